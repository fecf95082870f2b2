import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DEFAULT_HOURS, naturalTime, workingTimeOf } from '../calendar/working-time'
import { addMinutes } from '../core/time'
import { timeByHolder } from './time-by-holder'

const BEGIN = new Date('2026-11-11T02:00:00Z')
const work = workingTimeOf({ exceptions: {}, knownTo: '2026-12-31', hours: DEFAULT_HOURS })
const entry = (minutes: number, about: { unitId?: string; to?: 'pending' | 'handling' | 'answered' | 'closed'; pause?: boolean }) => ({
  at: addMinutes(BEGIN, minutes),
  to: about.to ?? ('handling' as const),
  set: {
    ...(about.unitId ? { handler: { unitId: about.unitId, personId: null, since: BEGIN } } : {}),
    ...(about.pause === undefined ? {} : { pause: about.pause ? { since: BEGIN, until: BEGIN, reason: '', byId: '' } : null }),
  },
})

test('each unit is counted what it had in hand while the clock ran', () => {
  const history = [
    entry(0, { unitId: 'village' }), entry(30, { unitId: 'water' }), entry(50, { pause: true }), entry(90, { pause: false }),
    entry(100, { unitId: 'village' }), entry(110, { to: 'answered' }), entry(300, { to: 'closed' }),
  ]
  expect(timeByHolder(history, addMinutes(BEGIN, 400), naturalTime)).toEqual([{ unitId: 'village', minutes: 40 }, { unitId: 'water', minutes: 30 }])
})

test('the parts sum to the whole, to the minute, whatever the clock', () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 3_000_000 }), fc.constantFrom('a', 'b', 'c'))
  fc.assert(fc.property(fc.array(stretch, { minLength: 1, maxLength: 20 }), fc.boolean(), (stretches, isNatural) => {
    const timing = isNatural ? naturalTime : work
    let at = BEGIN.getTime()
    const history = stretches.map(([ms, unitId]) => {
      const one = { ...entry(0, { unitId }), at: new Date(at) }
      at += ms
      return one
    })
    const sum = timeByHolder(history, new Date(at), timing).reduce((total, { minutes }) => total + minutes, 0)
    expect(sum).toBe(timing.between(BEGIN, new Date(at)))
  }))
})
