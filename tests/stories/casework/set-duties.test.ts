import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { ambient } from '../../../server/src/core/context'
import { needSettings, Settings } from '../../../server/src/modules/casework/settings/settings.model'

/** Wednesday, in office hours, a plain week and the next after it. */
const BEGIN = new Date('2026-11-11T02:00:00Z')

let town: Town
let elder: Person
let member: Person
let desk: Person
let keeper: Person
beforeAll(async () => {
  town = await aTown()
  town.at(BEGIN)
  elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId })
  member = await town.staff('gridMember', town.here.gridId)
  desk = await town.staff('townDispatcher', town.here.townId)
  keeper = await town.staff('countyDispatcher', town.county)
}, 60_000)
afterAll(() => town?.stop())

const filed = async (): Promise<string> => {
  const caseId = ulid()
  await elder.call('casework.submit', { caseId, words: '村口路灯不亮', category: 'power', place: { point: town.here.point } })
  return caseId
}
const listed = async (caseId: string) => (await desk.call('casework.listForSupervision', { caseId, reason: '反映多次' })).supervision

test('how long a feedback and a signature may take is the county’s to set; a running case keeps what it was filed under', async () => {
  const old = await filed()
  const { version, settings } = await keeper.call('casework.readSettings', {})
  expect(settings).toMatchObject({ feedbackDays: 1, signDays: 1, headSignDays: 1, hearingDays: 10, phoneListMinutes: 15 })
  const refused = await keeper.tries('casework.publishSettings', { version, settings: { ...settings, feedbackDays: 9 }, reason: '放宽' })
  expect(refused).toMatchObject({ code: 'casework.settingsWrong', error: { field: 'settings.feedbackDays' } })
  await keeper.call('casework.publishSettings', { version, settings: { ...settings, feedbackDays: 3, signDays: 2 }, reason: '县里研究定的' })

  expect(await listed(old)).toMatchObject({ awaits: 'feedback', due: '2026-11-12T10:00:00.000Z' })
  const fresh = await filed()
  expect(await listed(fresh)).toMatchObject({ awaits: 'feedback', due: '2026-11-16T10:00:00.000Z' })
  await member.call('casework.accept', { caseId: fresh })
  const { supervision } = await member.call('casework.answer', { caseId: fresh, words: '换了新灯' })
  expect(supervision).toMatchObject({ awaits: 'signature', due: '2026-11-13T10:00:00.000Z' })
})

test('a version written before these numbers were a county’s reads with the program’s', async () => {
  const read = await town.inCounty(async () => {
    const { settings, ...newest } = await needSettings('complaint')
    const { feedbackDays: _feedback, phoneListMinutes: _minutes, ...older } = settings
    await Settings.add({ ...newest, _id: ulid(), county: ambient().county, version: newest.version + 1, settings: older as typeof settings })
    return keeper.call('casework.readSettings', {})
  })
  expect(read.settings).toMatchObject({ feedbackDays: 1, phoneListMinutes: 15, signDays: 2 })
})
