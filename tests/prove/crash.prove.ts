import { ulid } from 'ulid'
import { CallError } from '@xiangli/shared/catalog/call'
import type { Person, Town } from '@xiangli/server/testing'
import { speakAs } from '../../server/src/testing/person'
import { rowsOf } from '../concurrency/rows'
import { eventually } from '../support/eventually'
import { bundleServer, startServerProcess, type ServerProcess } from '../support/server-process'
import { inTown, type Proof } from './in-town'

const KILLS = 20
const SENDERS = 24

interface Sent {
  caseId: string
  key: string
  isAcknowledged: boolean
}

interface Scene {
  town: Town
  server: ServerProcess
  sent: Sent[]
  isOver: boolean
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The same case under the same key until it is acknowledged, whatever happens to the server meanwhile. */
const sendOne = async (scene: Scene, token: string): Promise<void> => {
  const one: Sent = { caseId: ulid(), key: ulid(), isAcknowledged: false }
  scene.sent.push(one)
  const input = { caseId: one.caseId, words: '路灯不亮', place: { point: scene.town.here.point } }
  while (!one.isAcknowledged) {
    await speakAs(scene.server.url, token).call('casework.submit', input, { key: one.key }).then(
      () => void (one.isAcknowledged = true),
      async (error: unknown) => {
        if (error instanceof CallError && !error.isTransient) throw error
        await wait(25)
      },
    )
  }
}

const sendOn = async (scene: Scene, { token }: Person): Promise<void> => {
  while (!scene.isOver) await sendOne(scene, token)
}

/** Kills it in full flight; what had been acknowledged by then and is not there. */
const killOnce = async (scene: Scene, port: number): Promise<{ lost: number; upMs: number }> => {
  await wait(300 + Math.random() * 500)
  await scene.server.kill()
  const acknowledged = scene.sent.filter((one) => one.isAcknowledged)
  const there = new Set((await rowsOf('cases')).map(({ _id }) => _id as unknown as string))
  const startedAt = performance.now()
  scene.server = await startServerProcess(scene.town, port)
  return { lost: acknowledged.filter(({ caseId }) => !there.has(caseId)).length, upMs: performance.now() - startedAt }
}

const countOf = <T>(list: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>()
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

const proveIn = async (town: Town) => {
  const member = await town.staff('gridMember', town.here.gridId)
  const villagers = await Promise.all(Array.from({ length: SENDERS }, () => town.villager({ villageId: town.here.villageId })))
  const scene: Scene = { town, server: await startServerProcess(town), sent: [], isOver: false }
  const port = Number(new URL(scene.server.url).port)
  try {
    const sending = Promise.all(villagers.map((villager) => sendOn(scene, villager)))
    const kills = []
    for (let kill = 0; kill < KILLS; kill += 1) kills.push(await killOnce(scene, port))
    scene.isOver = true
    await sending
    const [cases, history, journal] = [await rowsOf('cases'), await rowsOf('case_history'), await rowsOf('journal')]
    const submits = journal.filter(({ operation }) => operation === 'casework.submit')
    const told = async () => countOf((await rowsOf('notices')).filter(({ to }) => to === member.id).map(({ about }) => about.id as string))
    await eventually(async () => {
      if ((await told()).size < scene.sent.length) throw new Error('not all are told yet')
    }, 120_000).catch(() => undefined)
    const heard = await told()
    return {
      kills: KILLS,
      'cases sent': scene.sent.length,
      'acknowledged and lost': kills.reduce((sum, { lost }) => sum + lost, 0),
      'cases stored': cases.length,
      'first entries': history.length,
      'journal rows': submits.length,
      'handlers told of a case exactly once': [...heard.values()].filter((count) => count === 1).length,
      'slowest restart ms': Math.round(Math.max(...kills.map(({ upMs }) => upMs))),
    }
  } finally {
    scene.isOver = true
    await scene.server.kill()
  }
}

/** kill -9 of the real server under load, over and over. */
export const prove = async (): Promise<Proof> => {
  await bundleServer()
  const figures = await inTown({ dispatches: false }, proveIn)
  const sent = figures['cases sent']
  const isExact = [figures['cases stored'], figures['first entries'], figures['journal rows'], figures['handlers told of a case exactly once']].every((count) => count === sent)
  return { title: 'kill -9 of the server under load: no acknowledged case lost, none doubled, each told once', figures, ok: isExact && figures['acknowledged and lost'] === 0 && sent > 100 }
}
