import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addMinutes } from '../core/time'
import { nextCrossing } from './crossing'
import type { Supervision } from './supervision'

const NOW = new Date('2026-11-20T02:00:00Z')
const inMinutes = (minutes: number): Date => addMinutes(NOW, minutes)
const type = { ratingDays: 7, phoneListMinutes: 15 }
const supervision = (about: Partial<Supervision> = {}): Supervision => ({
  id: 's', kind: 'overdue', level: 1, unitId: 'township', since: NOW, awaits: 'feedback', due: inMinutes(50), isTop: false, ...about,
})
const pending = {
  state: 'pending', grade: 'urgent', acceptBy: inMinutes(30), yellowAt: inMinutes(1200), redAt: inMinutes(1440), answeredAt: null,
  warnedFor: null, called: null, escalatedFor: null, supervision: null, pause: null,
} as const
const next = (about: Partial<Parameters<typeof nextCrossing>[0]> = {}) => nextCrossing({ ...pending, ...about }, type)

describe('what the timetable does next', () => {
  const accepted = { state: 'accepted', acceptBy: null } as const
  const warned = { ...accepted, warnedFor: pending.redAt }
  const red = { ...warned, escalatedFor: pending.redAt }
  test.each([
    ['nobody accepted: the backup is called', {}, 'callBackup', 30],
    ['a quarter of an hour later: the phone list', { called: { for: pending.acceptBy, times: 1, at: inMinutes(31) } }, 'callBackup', 31 + type.phoneListMinutes],
    ['called late after a missed night: the phone list no sooner', { called: { for: pending.acceptBy, times: 1, at: inMinutes(500) } }, 'callBackup', 500 + type.phoneListMinutes],
    ['then the handler is warned all the same', { called: { for: pending.acceptBy, times: 2, at: inMinutes(60) } }, 'warn', 1200],
    ['of another acceptance limit calls are made anew', { called: { for: inMinutes(-90), times: 2, at: inMinutes(-60) } }, 'callBackup', 30],
    ['one that is not urgent is called for once', { grade: 'normal' as const, called: { for: pending.acceptBy, times: 1, at: inMinutes(31) } }, 'warn', 1200],
    ['accepted: a warning', accepted, 'warn', 1200],
    ['warned: red', warned, 'escalate', 1440],
    ['warned of an earlier limit: a warning again', { ...accepted, warnedFor: inMinutes(60) }, 'warn', 1200],
    ['red: the feedback', { ...red, supervision: supervision() }, 'escalate', 50],
    ['listed before red: whichever duty comes first', { ...accepted, supervision: supervision({ kind: 'listed' }) }, 'escalate', 50],
    ['paused: its end', { ...accepted, yellowAt: null, redAt: null, pause: { since: NOW, until: inMinutes(400), reason: '', byId: '' } }, 'endPause', 400],
    ['answered: closing unrated', { state: 'answered' as const, acceptBy: null, yellowAt: null, redAt: null, answeredAt: NOW }, 'closeUnrated', 7 * 1440],
    ['answered, and nobody rated: the call-back comes before', { state: 'answered' as const, acceptBy: null, yellowAt: null, redAt: null, answeredAt: NOW, callBackAt: inMinutes(900) }, 'openCallBack', 900],
    ['closed: nothing but the call-back', { state: 'closed' as const, acceptBy: null, yellowAt: null, redAt: null, answeredAt: NOW, callBackAt: inMinutes(9000) }, 'openCallBack', 9000],
    ['answered under supervision: the signature', { state: 'answered' as const, acceptBy: null, yellowAt: null, redAt: null, answeredAt: NOW, supervision: supervision({ awaits: 'signature' }) }, 'escalate', 50],
  ] as const)('%s', (_what, about, kind, minutes) => {
    expect(next(about)).toEqual({ kind, at: inMinutes(minutes) })
  })

  test('at the county nothing moves further, and a closed case has nothing left', () => {
    expect(next({ ...red, supervision: supervision({ isTop: true }) })).toBeNull()
    for (const state of ['closed', 'withdrawn', 'declined', 'merged', 'unresolvable'] as const) expect(next({ ...red, state })).toBeNull()
  })

  test('a red case below the county always has something coming, whatever was done before', () => {
    fc.assert(fc.property(fc.constantFrom('pending', 'accepted', 'handling'), fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 3 }), (state, isWarned, isMoved, times) => {
      const record = {
        ...pending, state: state as 'pending', acceptBy: state === 'pending' ? pending.acceptBy : null, warnedFor: isWarned ? pending.redAt : null,
        called: times > 0 ? { for: pending.acceptBy, times, at: NOW } : null, escalatedFor: isMoved ? pending.redAt : null, supervision: isMoved ? supervision() : null,
      }
      expect(nextCrossing(record as never, type)).not.toBeNull()
    }))
  })
})
