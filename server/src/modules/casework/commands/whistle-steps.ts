import type { CaseType } from '@xiangli/shared/casework/case-type'
import type { CaseRecord } from '@xiangli/shared/casework/record'
import { arriveByOf, callMore, isLateToArrive, stillCalled, whyNotCall, type Called } from '@xiangli/shared/casework/whistle'
import { workingTime } from '../../calendar'
import { fail, refuse } from '../../../core/fail'
import { defineCommand, type CommandContext } from '../../../core/operation'
import { act } from '../act'
import type { CaseDoc } from '../case.model'
import { actingUnits } from '../parties'
import { unitName } from '../present/names'
import { servingUnit } from '../sending'
import { stepCommand } from '../step-command'
import { cross, shown } from './crossings'

interface Asked {
  unitId: string
  task: string
}

/** 吹哨: others are called to the case; who handles it stays. */
export const whistle = stepCommand('casework.whistle', (ctx, { units }) => ({
  action: 'whistle',
  event: 'casework.whistled',
  outcome: (record, type) => {
    refuse(whyNotCall(record, units.map(({ unitId }) => unitId)), { field: 'units' })
    return { calledUnits: callMore(record.calledUnits ?? [], units.map((asked) => calledAs(ctx, asked, { record, type }))) }
  },
  said: { words: units.map(({ unitId, task }) => `${unitName(unitId)}：${task}`).join('\n') },
}))

const calledAs = (ctx: CommandContext, { unitId, task }: Asked, { record, type }: { record: CaseDoc; type: CaseType }): Called => {
  const unit = servingUnit(unitId, record.regionPath)
  if (unit.id === record.handler.unitId) fail('casework.callsItself', { field: 'units' })
  const arriveBy = arriveByOf(type.arrival[record.grade], ctx.now, workingTime())
  return { unitId, task, byId: ctx.actor.id, at: ctx.now, arriveBy, arrivedAt: null, reportedAt: null, report: null, waivedAt: null, lateToldAt: null }
}

/** Those of the called that this person comes for. */
const mine = (ctx: CommandContext, record: CaseDoc): string[] => {
  const units = actingUnits(ctx.actor)
  return stillCalled(record).map(({ unitId }) => unitId).filter((id) => units.includes(id))
}

const changed = (record: CaseDoc, unitIds: readonly string[], change: Partial<Called>): Partial<CaseRecord> => ({
  calledUnits: record.calledUnits.map((called) => (unitIds.includes(called.unitId) ? { ...called, ...change } : called)),
})

export const arrive = stepCommand('casework.arrive', (ctx) => ({
  action: 'arrive',
  event: 'casework.arrived',
  outcome: (record) => {
    const coming = mine(ctx, record).filter((id) => record.calledUnits.some(({ unitId, arrivedAt }) => unitId === id && !arrivedAt))
    if (coming.length === 0) fail('casework.alreadyArrived')
    return changed(record, coming, { arrivedAt: ctx.now })
  },
}))

/** Its part is done: from here on the case is not the unit's to see, so the answer holds nothing of it. */
export const reportResult = defineCommand('casework.reportResult', {
  run: async (ctx, { caseId, rev, words }) => {
    await act(ctx, { caseId, rev }, {
      action: 'reportResult',
      event: 'casework.resultReported',
      outcome: (record) => {
        const there = mine(ctx, record).filter((id) => record.calledUnits.some(({ unitId, arrivedAt }) => unitId === id && arrivedAt))
        if (there.length === 0) fail('casework.notArrived')
        return changed(record, there, { reportedAt: ctx.now, report: words })
      },
      said: { words },
    })
    return { done: true }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ done: true }),
})

/** The owner goes on without those who have not reported; the reason stands where the requester reads it. */
export const waiveCalled = stepCommand('casework.waiveCalled', (ctx, { reason }) => ({
  action: 'waiveCalled',
  event: 'casework.calledWaived',
  outcome: (record) => changed(record, stillCalled(record).map(({ unitId }) => unitId), { waivedAt: ctx.now }),
  said: { words: reason },
}))

export const tellLate = defineCommand('casework.tellLate', {
  run: (ctx, { caseId }) => cross(ctx, caseId, { action: 'tellLate', event: 'casework.lateArrival', outcome: toldLate }),
  ...shown,
})

const toldLate = (ctx: CommandContext, record: CaseDoc): Partial<CaseRecord> => {
  const late = record.calledUnits.filter((called) => isLateToArrive(called, ctx.now) && !called.lateToldAt)
  return changed(record, late.map(({ unitId }) => unitId), { lateToldAt: ctx.now })
}
