import { keptPath, type AboutLevel } from '@xiangli/shared/casework/about'
import type { CaseAction } from '@xiangli/shared/casework/case-type'
import { whyNotInTriage } from '@xiangli/shared/casework/triage'
import { ancestorsOf, grantsOf, isBarred, mayOn } from '@xiangli/shared/core/scope'
import { fail, refuse } from '../../../core/fail'
import type { Context } from '../../../core/operation'
import { onDuty } from '../../duty'
import { staffOfRegions, withoutSuspended } from '../../identity'
import { regionOnPath, unitById, unitOfRegion } from '../../region'
import { withoutThose } from '../assignees'
import { Cases, type CaseDoc } from '../case.model'
import { triageKey } from '../parties'
import type { Charge, Located } from '../routing'

/** 核实的岗: the township's desk where the place is known, else the county's; never a level it is about. */
export const triageDesk = ({ regionPath }: Located, about: AboutLevel | null, since: Date): { charge: Charge; regionPath: string } => {
  const path = keptPath(regionPath, about ?? 'village')
  const regionId = regionOnPath(path, 'town')?.id ?? ancestorsOf(path)[0] ?? ''
  const desk = unitOfRegion(regionId) ?? fail('region.unknownUnit')
  return { charge: { ownerUnitId: desk.id, handler: { unitId: desk.id, personId: null, since } }, regionPath: path }
}

/** May this actor look at what lies there with this operation? Nobody reads it by the keys of an ordinary case. */
export const mayCheck = (ctx: Context, { scopeKeys }: Pick<CaseDoc, 'scopeKeys'>): boolean =>
  !isBarred(ctx.actor, scopeKeys) && grantsOf(ctx.actor, ctx.operation).some((held) => !held.isDepartment && scopeKeys.includes(triageKey(held.regionId)))

/** The report, for who may look at it now; for who may open what became of it, that somebody was quicker. */
export const needReport = async (ctx: Context, { caseId, rev, action }: { caseId: string; rev?: number | undefined; action: CaseAction }): Promise<CaseDoc> => {
  const record = await Cases.one({ _id: caseId })
  ctx.scopeApplied = true
  if (!record) return fail('core.notFound')
  const isSeen = record.triage ? mayCheck(ctx, record) : mayOn(ctx.actor, ctx.operation, record.scopeKeys)
  if (!isSeen) return fail('core.notFound')
  refuse(whyNotInTriage(record, action))
  // Withdrawn meanwhile by whoever said it.
  if (record.state !== 'pending') return fail('casework.notInTriage')
  return rev !== undefined && rev !== record.rev ? fail('core.staleRevision', { details: { rev: record.rev } }) : record
}

/** Who hears that something waits: whoever is on duty at the desk; where no roster names them, all who may look. */
export const triagePeople = async (record: Pick<CaseDoc, 'triage' | 'scopeKeys'>, at: Date): Promise<string[]> => {
  const { triage } = record
  const desk = triage ? unitById(triage.deskId) : undefined
  if (!desk) return []
  const able = (await withoutThose(await withoutSuspended(await staffOfRegions([desk.regionId], 'casework.admit')), record)).map(({ accountId }) => accountId)
  const { mainId, backupId } = await onDuty(desk.id, at)
  const onShift = able.filter((id) => id === mainId || id === backupId)
  return [...new Set(onShift.length > 0 ? onShift : able)]
}
