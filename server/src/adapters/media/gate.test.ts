import { expect, test } from '@jest/globals'
import { createGate } from './gate'

const tick = () => new Promise((resolve) => setTimeout(resolve, 2))

test('never more than its width run at once, in the order they came, also when some fail', async () => {
  const gate = createGate(2)
  const started: number[] = []
  let [running, most] = [0, 0]
  const work = (n: number) => async () => {
    started.push(n)
    most = Math.max(most, (running += 1))
    await tick()
    running -= 1
    if (n % 3 === 0) throw new Error(`work ${n}`)
    return n
  }
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => gate(work(n))))
  expect(most).toBe(2)
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4)
})
