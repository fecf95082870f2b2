import { limitsOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { runningUntil, standingClock } from '@xiangli/shared/casework/clock'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { whyNotTime, type TimeKind } from '@xiangli/shared/casework/time-request'
import { fail, refuse } from '../../../core/fail'
import type { CaseDoc } from '../case.model'
import { paceOf } from '../pace'
import { stepCommand } from '../step-command'
import { resumed } from './crossings'

interface Wanted {
  kind: TimeKind
  until: Date
  now: Date
}

const refuseTimeFor = (record: CaseDoc, type: CaseType, { kind, until, now }: Wanted): void => {
  const limits = limitsOf(type, record.grade, record.category ?? undefined)
  refuse(whyNotTime(record, { kind, until, now, limits, pauseShare: type.pauseShare, time: paceOf(type, record.grade).time }))
}

/** 申请暂停或延期: the level above decides; the clock runs on until it has. */
export const askTime = stepCommand('casework.askTime', (ctx, { kind, until, reason }) => ({
  action: 'askTime',
  event: 'casework.timeAsked',
  outcome: (record, type) => {
    const day = new Date(until)
    refuseTimeFor(record, type, { kind, until: day, now: ctx.now })
    return { timeRequest: { kind, until: day, reason, byId: ctx.actor.id, at: ctx.now } }
  },
  said: { words: reason },
}))

/** Judged again at the grant: what was asked for in time may have turned red since. */
export const grantTime = stepCommand('casework.grantTime', (ctx, { words }) => ({
  action: 'grantTime',
  event: 'casework.timeGranted',
  outcome: (record, type) => {
    const asked = record.timeRequest ?? fail('casework.noTimeAsked')
    if (asked.byId === ctx.actor.id) fail('casework.ownRequest')
    refuseTimeFor(record, type, { kind: asked.kind, until: asked.until, now: ctx.now })
    return { timeRequest: null, ...(asked.kind === 'pause' ? pausedFor(record, type, { ...asked, now: ctx.now, byId: ctx.actor.id }) : extendedTo(record, type, asked.until)) }
  },
  said: { words },
}))

interface Granted {
  until: Date
  reason: string
  byId: string
  now: Date
}

const pausedFor = (record: CaseDoc, type: CaseType, { now, ...granted }: Granted): Partial<CaseRecord> => ({
  ...standingClock(record.redAt, { now, time: paceOf(type, record.grade).time }),
  pause: { since: now, until: granted.until, reason: granted.reason, byId: granted.byId },
})

const extendedTo = (record: CaseDoc, type: CaseType, until: Date): Partial<CaseRecord> => ({
  ...runningUntil(until, paceOf(type, record.grade)),
  isExtended: true,
})

export const refuseTime = stepCommand('casework.refuseTime', (_ctx, { reason }) => ({
  action: 'refuseTime',
  event: 'casework.timeRefused',
  outcome: () => ({ timeRequest: null }),
  said: { words: reason },
}))

/** 恢复办理, before the day the pause would end by itself. */
export const resume = stepCommand('casework.resume', (ctx) => ({
  action: 'resume',
  event: 'casework.resumed',
  outcome: (record, type) => resumed(record, type, ctx.now),
}))
