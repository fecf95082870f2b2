import { expect, test } from '@jest/globals'
import { DEFAULT_HOURS, workingTimeOf } from '../calendar/working-time'
import { complaint } from '../complaint/case-type'
import { formatInstant } from '../core/time'
import { MOST_PROMISED_DAYS, whyNotPromise } from './supervision'
import { promiseChoices, timeChoices } from './time-choices'

/** Wednesday 10:00; Friday is a holiday. */
const NOW = new Date('2026-11-11T02:00:00Z')
const work = workingTimeOf({ exceptions: { '2026-11-13': false }, knownTo: '2026-12-31', hours: DEFAULT_HOURS })
const RED = new Date('2026-11-12T10:00:00Z')
const running = { redAt: RED, pause: null, pausedMinutes: 0, isExtended: false, supervision: null, grade: 'normal' as const, category: 'power' }
const ask = { now: NOW, work, type: complaint }
const said = (days: readonly Date[]) => days.map((at) => formatInstant(at, NOW))

test('an extension is offered by working days after the limit, no longer than the limit itself', () => {
  const { choices, whyNotLater } = timeChoices(running, { ...ask, kind: 'extend' })
  expect(said(choices)).toEqual(['11月16日 周一 18:00', '11月17日 周二 18:00', '11月18日 周三 18:00'])
  expect(whyNotLater).toBe('casework.untilOutOfRange')
})

test('a pause may end today, and all of them total one limit', () => {
  const { choices, whyNotLater } = timeChoices({ ...running, pausedMinutes: 7 * 60 }, { ...ask, kind: 'pause' })
  expect(said(choices)).toEqual(['11月11日 周三 18:00', '11月12日 周四 18:00'])
  expect(whyNotLater).toBe('casework.pausedEnough')
})

test.each([
  [{ isExtended: true }, 'casework.alreadyExtended'],
  [{ redAt: NOW }, 'casework.tooLateForTime'],
  [{ pause: { since: NOW, until: RED, reason: '', byId: '' } }, 'casework.alreadyPaused'],
] as const)('of a case with %j nothing is offered, and why is said', (about, why) => {
  expect(timeChoices({ ...running, ...about }, { ...ask, kind: 'extend' })).toEqual({ choices: [], whyNotLater: why })
})

test('what runs by the wall clock is offered by the hour', () => {
  const { choices } = timeChoices({ ...running, grade: 'urgent', redAt: new Date('2026-11-11T05:30:00Z') }, { ...ask, kind: 'extend' })
  expect(said(choices).slice(0, 2)).toEqual(['11月11日 周三 14:00', '11月11日 周三 15:00'])
  expect(choices).toHaveLength(24)
})

test('a promise is a working day, at most the tenth; each one offered is one the rule takes', () => {
  const days = promiseChoices(NOW, work)
  expect(said(days).slice(0, 3)).toEqual(['11月11日 周三 18:00', '11月12日 周四 18:00', '11月16日 周一 18:00'])
  expect(days.at(-1)).toEqual(work.endOfDay(NOW, MOST_PROMISED_DAYS))
  expect(days.map((at) => whyNotPromise(at, NOW, work))).toEqual(days.map(() => null))
  const evening = new Date('2026-11-11T12:00:00Z')
  expect(said(promiseChoices(evening, work))[0]).toBe('11月12日 周四 18:00')
})
