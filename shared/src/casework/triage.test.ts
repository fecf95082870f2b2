import { expect, test } from '@jest/globals'
import type { Actor } from '../core/actor'
import type { CaseAction } from './case-type'
import { isKnown, whyNotInTriage, type Triage } from './triage'

const person = (over: object = {}): Actor => ({ kind: 'person', id: 'p', county: 'c', name: '李', appointments: [], ...over })
const held = { id: 'a', role: 'gridMember', unitId: 'u', isDepartment: false, regionId: 'g', regionPath: 'c/t/v/g/' } as const

test.each<[string, Actor, boolean]>([
  ['nobody signed in', { kind: 'anonymous', id: 'anonymous', county: 'c' }, false],
  ['an account that has chosen no village', person(), false],
  ['one with a village', person({ villageId: 'v' }), true],
  ['one with a post', person({ appointments: [held] }), true],
  ['another system', person({ isService: true }), true],
])('%s: known %#', (_who, actor, known) => expect(isKnown(actor)).toBe(known))

const waiting: Triage = { deskId: 'township-t', raisedAt: null, turnedAwayAt: null }
const away: Triage = { ...waiting, turnedAwayAt: new Date() }

test.each<[CaseAction, Triage | null, string | null]>([
  ['admit', waiting, null],
  ['turnAway', waiting, null],
  ['withdraw', waiting, null],
  ['accept', waiting, 'casework.inTriage'],
  ['publish', waiting, 'casework.inTriage'],
  ['admit', null, 'casework.notInTriage'],
  ['accept', null, null],
  ['reopen', away, 'casework.turnedAway'],
  ['admit', away, 'casework.turnedAway'],
])('%s of %j: %s', (action, triage, why) => expect(whyNotInTriage({ state: 'pending', triage }, action)).toBe(why))
