import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { aTown, type Person, type Town } from '@xiangli/server/testing'
import { Files } from '../../../server/src/modules/file/file.model'
import { aVoice } from '../../support/media'
import { ulid } from 'ulid'

const EACH = 3
let town: Town
let li: Person
let zhang: Person
let photo: Buffer
const open: Socket[] = []

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  li = await town.villager()
  zhang = await town.villager({ name: '张明' })
  photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#778866' } }).jpeg().toBuffer()
}, 60_000)
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy()
})
afterAll(() => town?.stop())

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The beginning of an upload, of which no more ever comes. */
const stall = async ({ token }: Person): Promise<Socket> => {
  const { port } = new URL(town.url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => undefined)
  const part = `--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nx`
  const head = ['POST /api/file.upload HTTP/1.1', 'host: x', `authorization: Bearer ${token}`, 'content-type: multipart/form-data; boundary=b', 'content-length: 900000']
  socket.write(`${head.join('\r\n')}\r\n\r\n${part}`)
  open.push(socket)
  await pause(60)
  return socket
}

const tries = (who: Person): Promise<string> => who.upload('photo', photo, ulid()).then(() => 'ok', ({ code }: { code: string }) => code)

test('one person\'s stalled uploads take nobody else\'s place', async () => {
  for (let n = 0; n < 12; n += 1) await stall(li)
  expect(await tries(li)).toBe('core.busy')
  expect(await tries(zhang)).toBe('ok')
})

test('who hangs up in the middle gives the place back', async () => {
  for (let n = 0; n < EACH; n += 1) await stall(zhang)
  expect(await tries(zhang)).toBe('core.busy')
  for (const socket of open) socket.destroy()
  await pause(300)
  expect(await tries(zhang)).toBe('ok')
})

test('a file keeps its place while it is checked, so that memory holds no more of them than may come', async () => {
  const large = await sharp({ create: { width: 5000, height: 5000, channels: 3, background: '#778866' } }).png().toBuffer()
  const sent = Array.from({ length: 12 }, () => li.upload('photo', large, ulid()).then(() => 'ok', ({ code }: { code: string }) => code))
  const codes = await Promise.all(sent)
  expect(codes.filter((code) => code === 'core.busy').length).toBeGreaterThanOrEqual(12 - 2 * EACH)
  expect(codes).toContain('ok')
})

test('nobody fills the disk with files that nothing uses', async () => {
  const hoarder = await town.villager({ name: '钱多' })
  const waiting = Array.from({ length: 100 }, () => {
    const _id = ulid()
    return { _id, county: town.county, uploaderId: hoarder.id, kind: 'photo' as const, stem: `x/${_id}`, at: new Date(), claim: null }
  })
  await town.inCounty(() => Files.addMany(waiting))
  expect(await tries(hoarder)).toBe('core.tooMany')
  await town.inCounty(() => Files.changeMany({ _id: waiting[0]!._id }, { $set: { claim: { type: 'case', id: ulid() } } }))
  expect(await tries(hoarder)).toBe('ok')
})

test('a voice is nobody\'s photo, and one photo counts once', async () => {
  const elder = await town.villager({ name: '赵桂兰', villageId: town.here.villageId })
  const [voiceFileId, photoFileId] = [ulid(), ulid()]
  await elder.upload('voice', await aVoice(2), voiceFileId)
  await elder.upload('photo', photo, photoFileId)
  const submit = (said: object) => elder.tries('casework.submit', { caseId: ulid(), words: '水渠坏了', ...said })
  const refused = { code: 'file.notYours', error: { field: 'photoFileIds' } }
  expect(await submit({ photoFileIds: [voiceFileId] })).toMatchObject(refused)
  expect(await submit({ voiceFileId, photoFileIds: [photoFileId, voiceFileId] })).toMatchObject(refused)
  expect(await submit({ photoFileIds: Array.from({ length: 9 }, () => photoFileId) })).toMatchObject({ code: 'core.badInput', error: { field: 'photoFileIds' } })
  expect(await submit({ voiceFileId, photoFileIds: [photoFileId] })).toMatchObject({ code: 'ok' })
})
