import { expect, test } from '@jest/globals'
import { ringDue, whyNotAccept, whyNotSign, type Stand } from './rules'

const at = (time: string): Date => new Date(`2026-11-20T${time}:00+08:00`)
const leaving = { from: at('08:30'), to: at('18:00'), mainId: 'day', backupId: 'dayBackup' }
const arriving = { from: at('18:00'), to: at('23:00'), mainId: 'night', backupId: 'dayBackup' }
const stand = (signed?: Stand['signed'], more: Partial<Stand> = {}): Stand => ({ leaving, arriving, signed, ...more })
const byDay = { byId: 'day', isAccepted: false }
const done = { byId: 'day', isAccepted: true }

test.each([
  ['main, two hours before the end', 'day', '16:00', undefined, null],
  ['main, a minute earlier', 'day', '15:59', undefined, 'handover.tooEarly'],
  ['backup', 'dayBackup', '17:00', undefined, null],
  ['hours late', 'day', '22:00', undefined, null],
  ['the next shift', 'night', '17:00', undefined, 'handover.notYourShift'],
  ['twice', 'day', '17:00', byDay, 'handover.alreadySigned'],
  ['after all is done', 'dayBackup', '18:30', done, 'handover.alreadyAccepted'],
])('leaving: %s', (_title, actorId, time, signed, code) => {
  expect(whyNotSign(stand(signed), { actorId, now: at(time) })).toBe(code)
})

test.each([
  ['the next main', 'night', '18:00', byDay, true, null],
  ['before the end, what is signed', 'night', '17:30', byDay, false, null],
  ['somebody else', 'stranger', '18:00', byDay, true, 'handover.notYourShift'],
  ['who signed as leaving', 'dayBackup', '18:00', { byId: 'dayBackup', isAccepted: false }, true, 'handover.sameHands'],
  ['twice', 'night', '18:00', done, true, 'handover.alreadyAccepted'],
  ['nobody has signed, before the end', 'night', '17:59', undefined, true, 'handover.notSignedYet'],
  ['nobody has signed, without words', 'night', '18:00', undefined, false, 'handover.notSignedYet'],
  ['nobody has signed, with words', 'night', '18:00', undefined, true, null],
])('arriving: %s', (_title, actorId, time, signed, hasWords, code) => {
  expect(whyNotAccept(stand(signed), { actorId, now: at(time), hasWords })).toBe(code)
})

test('nobody arrives where no shift follows, and one person may hand over to themselves', () => {
  const who = { actorId: 'night', now: at('18:00'), hasWords: true }
  expect(whyNotAccept(stand(byDay, { arriving: undefined }), who)).toBe('handover.notYourShift')
  expect(whyNotAccept(stand(byDay, { arriving: { ...arriving, mainId: 'day' } }), { ...who, actorId: 'day' })).toBe(null)
})

test.each([
  ['18:09', null], ['18:10', 0], ['18:39', 0], ['18:40', 1], ['19:10', 2],
])('a shift that ended at 18:00: at %s ring %s', (time, ring) => {
  expect(ringDue(leaving.to, at(time))).toBe(ring)
})

test('rings end after a day', () => {
  expect(ringDue(leaving.to, new Date(leaving.to.getTime() + 24 * 3_600_000 - 1))).toBe(47)
  expect(ringDue(leaving.to, new Date(leaving.to.getTime() + 24 * 3_600_000))).toBe(null)
})
