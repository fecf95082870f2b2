import { expect, test } from '@jest/globals'
import { setTimeout as wait } from 'node:timers/promises'
import { ambient, withAmbient } from './context'

const countyAfter = async (ms: number): Promise<string> => {
  await wait(ms)
  return ambient().county
}

test('operations side by side each keep their own, whoever ends the waiting', async () => {
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const waiting = ['a', 'b', 'c'].map((county) => withAmbient({ county }, async () => {
    await gate
    const early = ambient().county
    return [early, await countyAfter(2), await Promise.all([countyAfter(1), countyAfter(3)])]
  }))
  await withAmbient({ county: 'other' }, async () => release())
  expect(await Promise.all(waiting)).toEqual(['a', 'b', 'c'].map((county) => [county, county, [county, county]]))
})

test('an inner one ends where its work ends, and a refusal leaves nothing behind', async () => {
  const seen = await withAmbient({ county: 'outer' }, async () => {
    const inner = await withAmbient({ county: 'inner' }, () => countyAfter(1))
    await withAmbient({ county: 'failing' }, async () => {
      await wait(1)
      throw new Error('refused')
    }).catch(() => undefined)
    return [inner, ambient().county]
  })
  expect(seen).toEqual(['inner', 'outer'])
})

test('then and async iteration carry it as await does', async () => {
  const numbers = async function* (): AsyncGenerator<string> {
    for (let at = 0; at < 2; at += 1) yield await countyAfter(1)
  }
  const seen = await withAmbient({ county: 'kept' }, async () => {
    const chained = await wait(1).then(() => ambient().county)
    const all = [chained]
    for await (const one of numbers()) all.push(one)
    return all
  })
  expect(seen).toEqual(['kept', 'kept', 'kept'])
})

test('a bare callback belongs to no operation and is refused, never given another one’s', async () => {
  const refused = await new Promise<unknown>((resolve) => {
    withAmbient({ county: 'a' }, () => setTimeout(() => {
      try {
        resolve(ambient())
      } catch (error) {
        resolve(error)
      }
    }, 1))
  })
  expect(refused).toBeInstanceOf(Error)
  expect(() => ambient()).toThrow('outside an operation')
})
