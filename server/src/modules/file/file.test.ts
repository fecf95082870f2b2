import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { DAY } from '@xiangli/shared/core/time'
import { newId } from '../../core/ids'
import { runSystemCommand } from '../../core/run-system'
import { services } from '../../core/services'
import { inTransaction } from '../../core/transaction'
import { aTown, type Person, type Town } from '../../testing'
import { Files } from './file.model'
import { claimFiles, fileModule, fileViews, releaseFiles } from './index'
import { storageKeysOf } from './variants'

let town: Town
let villager: Person
let other: Person
let photo: Buffer

beforeAll(async () => {
  town = await aTown({ dispatches: false })
  villager = await town.villager()
  other = await town.villager({ name: '赵建国' })
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#778866' } }).jpeg().toBuffer()
}, 60_000)
afterAll(() => town.stop())

const upload = async (who = villager): Promise<string> => {
  const id = newId()
  await who.upload('photo', photo, id)
  return id
}
const fetchFile = (path: string, headers: Record<string, string> = {}) => fetch(town.url + path, { headers })
const docOf = (id: string) => town.inCounty(() => Files.one({ _id: id }))
const claim = (ids: string[], caseId: string, uploader = villager) =>
  town.inCounty(() => inTransaction(() => claimFiles(ids, { type: 'case', id: caseId }, uploader.id)))

/** One second of a tone as a WAV. */
const tone = (): Buffer => {
  const samples = Buffer.alloc(16_000 * 2)
  for (let n = 0; n < 16_000; n += 1) samples.writeInt16LE(Math.round(12_000 * Math.sin(n / 5)), n * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(16_000, 24)
  head.writeUInt32LE(32_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

describe('an upload', () => {
  test('comes back with links that open the picture and its thumbnail', async () => {
    const view = await villager.upload('photo', photo, newId())
    expect(view).toMatchObject({ kind: 'photo', width: 900, height: 600 })
    const whole = await fetchFile(view.url)
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const thumb = await sharp(Buffer.from(await (await fetchFile(view.thumbUrl!)).arrayBuffer())).metadata()
    expect([thumb.width, thumb.height]).toEqual([480, 320])
  })

  test('of a voice can be played by parts, as iOS does', async () => {
    const view = await villager.upload('voice', tone(), newId())
    expect(view.seconds).toBeCloseTo(1, 1)
    const bytes = Buffer.from(await (await fetchFile(view.url)).arrayBuffer())
    for (const [range, from, to] of [['bytes=0-1', 0, 2], ['bytes=100-', 100, bytes.length], ['bytes=-50', bytes.length - 50, bytes.length], ['bytes=10-999999', 10, bytes.length]] as const) {
      const part = await fetchFile(view.url, { range })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to - 1}/${bytes.length}`])
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true)
    }
    for (const range of ['bytes=9-3', 'bytes=0-1,5-6', 'lines=1-2', `bytes=${bytes.length}-`]) expect((await fetchFile(view.url, { range })).status).toBe(200)
  })

  test('that is no photo, no audio or nothing is refused, and leaves no bytes behind', async () => {
    const count = async () => (await services().storage.list({ prefix: `${town.county}/`, limit: 1000 })).keys.length
    const before = await count()
    await expect(villager.upload('photo', Buffer.from('<html>'), newId())).rejects.toMatchObject({ code: 'file.notAPhoto' })
    await expect(villager.upload('voice', photo, newId())).rejects.toMatchObject({ code: 'file.notAudio' })
    expect((await villager.tries('file.upload', { fileId: newId(), kind: 'photo' })).code).toBe('file.missing')
    expect(await count()).toBe(before)
  })

  test('under an id in use is refused and its bytes are taken away again', async () => {
    const id = await upload()
    const before = (await services().storage.list({ prefix: `${town.county}/`, limit: 1000 })).keys
    await expect(other.upload('photo', photo, id)).rejects.toMatchObject({ code: 'file.idTaken' })
    expect((await services().storage.list({ prefix: `${town.county}/`, limit: 1000 })).keys).toEqual(before)
  })
})

describe('a link', () => {
  test('altered, moved to another file or variant, or run out is a 404', async () => {
    const [one, two] = [await villager.upload('photo', photo, newId()), await villager.upload('photo', photo, newId())]
    const [path, query] = one.url.split('?') as [string, string]
    const bad = [path, `${path}?${query}x`, `${path}?e=9999999999&${query.split('&')[1]}`, `${two.url.split('?')[0]}?${query}`, `${path.replace('photo', 'thumb')}?${query}`, `/files/${one.id}/voice.mp3?${query}`]
    for (const each of bad) expect((await fetchFile(each)).status).toBe(404)
    town.at(new Date(Date.now() + 3 * 3_600_000))
    const late = await fetchFile(one.url)
    town.at(null)
    expect(late.status).toBe(404)
  })

  test('to one file stays the same within an hour, so that phones keep the picture', async () => {
    const id = await upload()
    town.at(new Date('2026-11-22T01:05:00Z'))
    const early = await town.inCounty(() => fileViews([id]))
    town.at(new Date('2026-11-22T01:55:00Z'))
    const later = await town.inCounty(() => fileViews([id]))
    town.at(null)
    expect(later.get(id)).toEqual(early.get(id))
  })
})

describe('a claim', () => {
  test('takes all files or none, only one’s own, and only for one record', async () => {
    const [mine, free, foreign] = [await upload(), await upload(), await upload(other)]
    const [first, second] = [newId(), newId()]
    expect(await claim([mine], first)).toEqual([{ id: mine, kind: 'photo' }])
    expect(await claim([mine, free], first)).toHaveLength(2)
    const third = await upload()
    for (const ids of [[third, mine], [third, foreign], [third, newId()]]) {
      await expect(claim(ids, second)).rejects.toMatchObject({ code: 'file.notYours' })
      expect((await docOf(third))?.claim).toBeNull()
    }
    await town.inCounty(() => releaseFiles([mine], { type: 'case', id: first }))
    expect(await claim([mine, third], second)).toHaveLength(2)
  })

  test('of two records for one file at once goes to one of them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await upload()
      const outcomes = await Promise.allSettled([claim([id], newId()), claim([id], newId())])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })
})

describe('sweeping', () => {
  const job = fileModule.jobs?.[0]
  const run = (dry: boolean) => job!.run({ dry, deadline: new Date(Date.now() + 60_000), county: town.county })

  test('takes files that nothing used for a day with their bytes, and leaves the others', async () => {
    const [used, unused] = [await upload(), await upload()]
    await claim([used], newId())
    const file = await docOf(unused)
    await town.inCounty(() => Files.changeMany({ _id: { $in: [used, unused] } }, { $set: { at: new Date(Date.now() - DAY - 60_000) } }))
    expect((await run(true)).done).toBeGreaterThanOrEqual(1)
    expect(await docOf(unused)).not.toBeNull()
    await run(false)
    expect(await docOf(unused)).toBeNull()
    expect(await docOf(used)).not.toBeNull()
    for (const key of storageKeysOf(file!)) expect(await services().storage.stat(key)).toBeNull()
    expect((await runSystemCommand('file.sweep', {}, { county: town.county })).removed).toBe(0)
  })

  test('takes bytes no record knows once they are a day old', async () => {
    const key = `${town.county}/202601/${'0'.repeat(32)}.jpg`
    await services().storage.put(key, photo)
    await run(false)
    expect(await services().storage.stat(key)).not.toBeNull()
    const kept = await upload()
    await claim([kept], newId())
    town.at(new Date(Date.now() + 2 * DAY))
    await run(false)
    town.at(null)
    expect(await services().storage.stat(key)).toBeNull()
    for (const each of storageKeysOf((await docOf(kept))!)) expect(await services().storage.stat(each)).not.toBeNull()
  })

  test('reads only what is unclaimed', async () => {
    const plan = await town.inCounty(() => Files.explain({ claim: null, at: { $lt: new Date() } }, { sort: { at: 1 }, limit: 5 }))
    expect(JSON.stringify(plan.queryPlanner.winningPlan)).toContain('files_unclaimed')
  })
})
