import { afterEach, describe, expect, test } from '@jest/globals'
import { noteBegun, noteEnded, peopleInFlight } from '../in-flight'
import { createTurns } from './turns'

const crowd = (size: number): void => {
  for (let n = 0; n < size; n += 1) noteBegun('villager')
}

/** Starts so many pieces of work that end only when told to. */
const begin = (inTurn: ReturnType<typeof createTurns>, count: number) => {
  const started: number[] = []
  const end: (() => void)[] = []
  const all = Array.from({ length: count }, (_, n) =>
    inTurn(async () => {
      started.push(n)
      await new Promise<void>((resolve) => end.push(resolve))
    }))
  return { started, end, all }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

afterEach(() => {
  while (peopleInFlight() > 0) noteEnded('villager')
})

describe('reactions take turns', () => {
  test('in a quiet hour sixteen run side by side, in the order they came', async () => {
    const work = begin(createTurns(), 20)
    await settle()
    expect(work.started).toEqual(Array.from({ length: 16 }, (_, n) => n))
    for (let n = 0; n < 20; n += 1) { work.end[n]?.(); await settle() }
    await Promise.all(work.all)
    expect(work.started).toHaveLength(20)
  })

  test('while a crowd waits only one runs, and they go on to the last even if the crowd stays', async () => {
    crowd(17)
    const work = begin(createTurns(), 6)
    await settle()
    expect(work.started).toEqual([0])
    for (let n = 0; n < 6; n += 1) { work.end[n]?.(); await settle() }
    await Promise.all(work.all)
    expect(work.started).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('work that fails gives its turn back', async () => {
    crowd(17)
    const inTurn = createTurns()
    const failed = await Promise.allSettled(Array.from({ length: 5 }, () => inTurn(() => Promise.reject(new Error('broken')))))
    expect(failed.map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
    await expect(inTurn(() => Promise.resolve('next'))).resolves.toBe('next')
  })

  test('the system\'s own calls are no crowd', () => {
    for (let n = 0; n < 40; n += 1) noteBegun('system')
    expect(peopleInFlight()).toBe(0)
  })
})
