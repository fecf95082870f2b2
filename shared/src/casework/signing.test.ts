import { expect, test } from '@jest/globals'
import { signBy } from './signing'

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 11, hour))

test.each([
  ['a limit beyond the day leaves the head the day', at(20), at(10)],
  ['a limit within the day is the end', at(6), at(6)],
  ['a limit already past leaves the day: the case is late either way', at(1), at(10)],
  ['a paused case has the day', null, at(10)],
])('%s', (_what, redAt, due) => expect(signBy(at(10), { redAt, now: at(2) })).toEqual(due))
