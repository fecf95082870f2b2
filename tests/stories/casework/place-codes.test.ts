import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { normalCode, showCode } from '@xiangli/shared/casework/place-codes'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { runJob } from '../../../cron/src/runner'
import { database } from '../../../server/src/core/database'
import { aPhoto } from '../../support/media'
import { eventually } from '../../support/eventually'

let town: Town
let secretary: Person
let member: Person
let desk: Person
let centre: Person
let neighbour: Person
let stranger: Person
const BEGIN = new Date('2026-11-11T02:00:00Z')
const MINUTE = 60_000

beforeAll(async () => {
  town = await aTown()
  const { here, there } = town
  secretary = await town.staff('villageSecretary', here.villageId)
  member = await town.staff('gridMember', here.gridId)
  desk = await town.staff('townDispatcher', here.townId)
  centre = await town.staff('countyDispatcher', town.county)
  neighbour = await town.staff('villageSecretary', there.villageId)
  stranger = await town.villager({ name: '路过的人' })
}, 60_000)
afterAll(() => town?.stop())
beforeEach(() => town.at(BEGIN))

const lamp = (over: object = {}) => ({ id: ulid(), name: '三社井旁路灯', kind: 'lamp' as const, villageId: town.here.villageId, point: town.here.point, category: 'power', words: '杆上有编号 7', ...over })
const made = async (over: object = {}) => (await secretary.call('casework.addPlaceCodes', { codes: [lamp(over)] })).items[0]!

/** As a browser without an account sends it: a form with one photo beside its fields. */
const sendAtPlace = async (fields: Record<string, string>, photo?: Buffer, key = ulid()): Promise<{ status: number; body: Record<string, string> }> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (photo) form.append('file', new Blob([new Uint8Array(photo)]), 'photo.jpg')
  const answer = await fetch(`${town.url}/api/casework.submitAtPlace`, { method: 'POST', body: form, headers: { 'idempotency-key': key } })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}
const filedAt = async (code: string, words = '路灯不亮了三天') => (await sendAtPlace({ caseId: ulid(), code, words })).body
const seenBy = async (person: Person, id: string) => JSON.stringify(await person.call('casework.listCases', { sort: 'newest', limit: 100 })).includes(id)

test('a village makes codes at home and nowhere else, all of a sheet or none', async () => {
  const refused = await secretary.tries('casework.addPlaceCodes', { codes: [lamp(), lamp({ villageId: town.there.villageId, point: town.there.point })] })
  expect([refused.code, refused.error?.status, refused.error?.field]).toEqual(['casework.codeOutsideScope', 403, 'codes.1.villageId'])
  expect((await secretary.call('casework.listPlaceCodes', {})).items).toEqual([])
  expect((await secretary.tries('casework.addPlaceCodes', { codes: [lamp({ point: town.there.point })] })).code).toBe('casework.codePointElsewhere')
  expect((await member.tries('casework.addPlaceCodes', { codes: [lamp()] })).code).toBe('core.forbidden')

  const codes = [lamp(), lamp({ name: '村口公示栏', kind: 'board' })]
  const key = ulid()
  const first = await secretary.call('casework.addPlaceCodes', { codes }, { key })
  const again = await secretary.call('casework.addPlaceCodes', { codes }, { key })
  expect(again.items.map(({ code }) => code).sort()).toEqual(first.items.map(({ code }) => code).sort())
  expect(first.items.every(({ code }) => normalCode(code) === code)).toBe(true)
  expect(first.items[0]).toMatchObject({ kindLabel: '路灯', categoryLabel: '用电路灯', gridName: expect.any(String) })
  expect((await neighbour.call('casework.listPlaceCodes', {})).items).toEqual([])
  expect((await neighbour.tries('casework.retirePlaceCode', { codeId: codes[0]!.id, reason: '不是我的' })).code).toBe('core.notFound')
})

test('a sheet is read row by row, with what is wrong in each', async () => {
  const village = (await made()).villageName
  const text = `名称\t种类\t村\t类别\n东头水井\t水井水泵\t${village}\t饮水灌溉\n\t路灯\t${village}\t\n别村的灯\t路灯\t没有这个村\t没有这一类`
  const seen = await secretary.call('casework.previewPlaceCodes', { text })
  expect([seen.total, seen.good]).toEqual([3, 1])
  expect(seen.rows[0]?.item).toMatchObject({ name: '东头水井', kind: 'well', villageId: town.here.villageId, category: 'water' })
  expect(seen.rows[1]).toMatchObject({ row: 3, problems: [expect.stringContaining('名称')] })
  expect(seen.rows[2]?.problems).toHaveLength(2)
  expect((await secretary.call('casework.previewPlaceCodes', { text: '编号\t地方\n1\t2' })).missing).toEqual(['名称', '村'])
})

test('a code says where it is and nothing of people; a wrong letter is told', async () => {
  const { code } = await made()
  const read = await town.anonymous.call('casework.readPlaceCode', { code: showCode(code).toLowerCase() })
  expect(read).toMatchObject({ name: '三社井旁路灯', villageId: town.here.villageId, category: 'power' })
  expect(JSON.stringify(read)).not.toContain(secretary.name)
  const wrong = `${code.slice(0, 3)}${code[3] === 'A' ? 'B' : 'A'}${code.slice(4)}`
  expect((await town.anonymous.tries('casework.readPlaceCode', { code: wrong })).code).toBe('casework.unknownCode')
  const leads = await fetch(`${town.url}/c/${code}`, { redirect: 'manual' })
  expect([leads.status, leads.headers.get('location')]).toEqual([302, `/m/#/features/casework/pages/scan/index?code=${code}`])
  const lost = await fetch(`${town.url}/c/nonsense`, { redirect: 'manual' })
  expect(lost.headers.get('location')).toBe('/m/#/features/casework/pages/scan/index?code=nonsense')
})

test('scanned without an account: looked at first, on no list, then taken in with its clock running from the first word', async () => {
  const { code, id: codeId } = await made()
  const { caseId, serial, receipt, deskName } = await filedAt(code)
  expect(receipt).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(deskName).toContain('综治中心')
  for (const person of [member, secretary, desk, centre]) expect(await seenBy(person, caseId!)).toBe(false)
  for (const person of [secretary, member]) expect((await person.tries('casework.getCase', { caseId: caseId! })).code).toBe('core.notFound')
  expect((await desk.call('casework.getCase', { caseId: caseId! })).can).toEqual(['admit', 'turnAway'])
  expect((await desk.call('casework.countByColour', {})).pending.count).toBe(0)
  expect(JSON.stringify(await secretary.call('journal.listEntries', {}))).not.toContain(caseId)

  const [row] = (await desk.call('casework.listTriage', {})).items.filter(({ id }) => id === caseId)
  expect(row).toMatchObject({ serial, words: '路灯不亮了三天', category: 'power', channel: 'placeCode', requesterName: '扫码人', placeCode: { code }, point: town.here.point, can: ['admit', 'turnAway'] })
  expect(row?.placeWords).toBe('三社井旁路灯，杆上有编号 7')
  expect((await secretary.tries('casework.listTriage', {})).code).toBe('core.forbidden')
  expect((await town.anonymous.call('casework.statusByCode', { code: receipt!.toLowerCase() })).isUnchecked).toBe(true)

  const later = new Date(BEGIN.getTime() + 90 * MINUTE)
  town.at(later)
  const taken = await desk.call('casework.admit', { caseId: caseId!, rev: row!.rev, note: '看过照片' })
  expect(taken).toMatchObject({ serial, mayOpen: true, handlerName: member.name })
  const shown = await member.call('casework.getCase', { caseId: caseId! })
  expect(shown).toMatchObject({ receivedAt: BEGIN.toISOString(), state: 'pending', handler: { personId: member.id }, owner: { unitId: `committee-${town.here.villageId}` } })

  // The control: the same said by somebody with a village, at the same time, runs until the same instant.
  town.at(BEGIN)
  const known = await town.villager({ villageId: town.here.villageId })
  const like = ulid()
  await known.call('casework.submit', { caseId: like, words: '路灯不亮了三天', placeCode: code })
  const own = await known.call('casework.getMine', { caseId: like })
  expect([own.redAt, own.channel]).toEqual([shown.redAt, 'placeCode'])
  expect(Date.parse(shown.acceptBy!) - Date.parse(own.acceptBy!)).toBe(90 * MINUTE)

  expect((await desk.call('casework.listPlaceCodes', { limit: 100 })).items.find(({ id }) => id === codeId)?.reports).toEqual({ count: 2, more: false })
  expect((await desk.call('casework.listCases', { placeCodeId: codeId })).items.map(({ id }) => id).sort()).toEqual([caseId, like].sort())
  await eventually(async () => expect(JSON.stringify(await member.call('notice.listMine', {}))).toContain('新事项（已核实）'))
  const status = await town.anonymous.call('casework.statusByCode', { code: receipt! })
  expect(status.steps.map(({ words }) => words)).toEqual(['有人反映', '核实后收下了'])
  expect(JSON.stringify(status)).not.toContain(member.name)
})

test('turned away: the words are read with the receipt, no list or figure ever has it, and there it ends', async () => {
  const { code } = await made()
  const { caseId, receipt } = await filedAt(code, '办证刻章请联系')
  await desk.call('casework.turnAway', { caseId: caseId!, reason: '是广告，不是诉求' })
  expect(await town.anonymous.call('casework.statusByCode', { code: receipt! })).toMatchObject({ isTurnedAway: true, reason: '是广告，不是诉求', state: 'declined' })
  for (const person of [secretary, desk, centre]) expect(await seenBy(person, caseId!)).toBe(false)
  expect((await desk.tries('casework.admit', { caseId: caseId! })).code).toBe('casework.turnedAway')
  expect((await desk.call('casework.listTriage', { show: 'turnedAway' })).items.map(({ id }) => id)).toContain(caseId)
  expect((await town.anonymous.tries('casework.statusByCode', { code: '0000-0000-0000-0000' })).code).toBe('casework.unknownQueryCode')
})

test('an account without a village is looked at first, sees that, and cannot reopen what was turned away', async () => {
  const caseId = ulid()
  const view = await stranger.call('casework.submit', { caseId, words: '路塌了', place: { point: town.here.point } })
  expect(view.triage).toMatchObject({ isTurnedAway: false })
  expect((await stranger.call('casework.listMine', {})).items.find(({ id }) => id === caseId)?.isUnchecked).toBe(true)
  expect(await seenBy(secretary, caseId)).toBe(false)
  const villager = await town.villager({ villageId: town.here.villageId })
  expect((await villager.call('casework.findSimilar', { point: town.here.point, words: '路塌了' })).items.map(({ id }) => id)).not.toContain(caseId)
  await desk.call('casework.turnAway', { caseId, reason: '看不出是哪里' })
  expect((await stranger.tries('casework.reopen', { caseId, words: '就是这里' })).code).toBe('casework.turnedAway')
})

test('two who look at once: one takes it in, the other hears that somebody was quicker', async () => {
  const { code } = await made()
  const { caseId } = await filedAt(code)
  const ends = await Promise.all([desk.tries('casework.admit', { caseId: caseId! }), centre.tries('casework.turnAway', { caseId: caseId!, reason: '没有这回事' })])
  const codes = ends.map((end) => end.code)
  expect(codes.filter((end) => end === 'ok')).toHaveLength(1)
  for (const end of codes) expect(['ok', 'casework.notInTriage', 'casework.turnedAway', 'core.staleRevision', 'core.notFound']).toContain(end)
})

test('nobody looks: at its own limit the county has it, once, and there it stays red', async () => {
  const { code } = await made()
  const { caseId, checkBy } = await filedAt(code)
  expect(checkBy).toBe('2026-11-11T04:00:00.000Z')
  town.at(new Date(Date.parse(checkBy!) + MINUTE))
  for (let run = 0; run < 2; run += 1) await runJob({ job: 'casework.crossings', maxSeconds: 60 }, { county: town.county })
  const [row] = (await centre.call('casework.listTriage', { limit: 100 })).items.filter(({ id }) => id === caseId)
  expect(row).toMatchObject({ deskId: `centre-${town.county}`, colour: 'red', raisedAt: expect.any(String) })
  expect((await database().collection('case_history').countDocuments({ caseId, action: 'raiseTriage' }))).toBe(1)
  await eventually(async () => expect(JSON.stringify(await centre.call('notice.listMine', {}))).toContain('过了核实时限'))
  expect((await centre.call('casework.countTriage', {})).red.count).toBeGreaterThan(0)
  // The township may still look, and the case's own limit is what it would have been.
  await desk.call('casework.admit', { caseId: caseId! })
  expect((await member.call('casework.getCase', { caseId: caseId! })).redAt).toBe('2026-11-16T02:00:00.000Z')
})

test('a retired code leads nowhere any more, and its letters are never given again', async () => {
  const { code, id } = await made()
  const retired = await secretary.call('casework.retirePlaceCode', { codeId: id, reason: '灯杆拆了' })
  expect(retired).toMatchObject({ reason: '灯杆拆了' })
  await secretary.call('casework.retirePlaceCode', { codeId: id, reason: '再说一次' })
  expect((await secretary.call('casework.listPlaceCodes', { isRetired: true })).items.find((each) => each.id === id)?.reason).toBe('灯杆拆了')
  expect((await town.anonymous.tries('casework.readPlaceCode', { code })).code).toBe('casework.codeRetired')
  expect((await filedAt(code)).code).toBe('casework.codeRetired')
  const stored = database().collection('place_codes')
  const doc = await stored.findOne({ code })
  await expect(stored.insertOne({ ...doc, _id: ulid() } as never)).rejects.toThrow(/code_letters/)
})

test('one photo goes along; a retry is answered with the same receipt; nothing of the phone is kept', async () => {
  const { code } = await made()
  const fields = { caseId: ulid(), code, words: '灯罩掉了', phone: '13912345678' }
  const photo = await aPhoto()
  const key = ulid()
  const first = await sendAtPlace(fields, photo, key)
  const again = await sendAtPlace(fields, photo, key)
  expect([first.status, again.status, again.body.receipt]).toEqual([200, 200, first.body.receipt])
  const [row] = (await desk.call('casework.listTriage', { limit: 100 })).items.filter(({ id }) => id === fields.caseId)
  expect(row?.photos).toHaveLength(1)
  const stored = JSON.stringify([await database().collection<{ _id: string }>('cases').findOne({ _id: fields.caseId }), await database().collection('callers').find({}).toArray(), await database().collection('journal').find({ 'targets.id': fields.caseId }).toArray()])
  for (const secret of ['13912345678', first.body.receipt!.replaceAll('-', ''), '127.0.0.1']) expect({ secret, isIn: stored.includes(secret) }).toEqual({ secret, isIn: false })
  expect((await sendAtPlace({ ...fields, caseId: ulid() }, Buffer.alloc(5 * 1024 * 1024))).body.code).toBe('casework.photoTooLarge')
  expect((await sendAtPlace({ caseId: ulid(), code })).body.code).toBe('casework.nothingSaid')
})

test('one about the village’s people lies with the township; one about the township’s with the county alone', async () => {
  const caseId = ulid()
  await stranger.call('casework.submit', { caseId, words: '镇里的人收了钱', place: { point: town.here.point }, about: 'township' })
  expect((await desk.call('casework.listTriage', { limit: 100 })).items.map(({ id }) => id)).not.toContain(caseId)
  expect((await centre.call('casework.listTriage', { limit: 100 })).items.map(({ id }) => id)).toContain(caseId)
  await centre.call('casework.admit', { caseId })
  expect(await seenBy(desk, caseId)).toBe(false)
})
