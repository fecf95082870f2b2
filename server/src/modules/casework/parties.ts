import type { Actor, Appointment } from '@xiangli/shared/core/actor'
import { isHelper } from '@xiangli/shared/casework/channels'
import type { CaseAction, Party } from '@xiangli/shared/casework/case-type'
import { stillCalled } from '@xiangli/shared/casework/whistle'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { whyNotCall } from '@xiangli/shared/casework/call-back'
import { grantsOf, isBarred, mayBy, mayOn } from '@xiangli/shared/core/scope'
import { parentUnit, unitById } from '../region'
import type { CaseDoc } from './case.model'

type Placed = Pick<CaseDoc, 'requesterId' | 'handler' | 'ownerUnitId' | 'scopeKeys' | 'channel' | 'filedById'> & Partial<Pick<CaseDoc, 'answer' | 'returns' | 'calledUnits' | 'triage' | 'signing'>>

/** A key of its own for each handler, so that "mine" is an index match as well. */
export const handlerKey = ({ unitId, personId }: Pick<CaseDoc['handler'], 'unitId' | 'personId'>): string =>
  personId ? `h:${personId}` : `h:${unitId}`

/** Where nobody has looked yet: no reader of cases holds such a key, so no list, board or figure has to think of it. */
export const triageKey = (regionId: string): string => `triage:${regionId}`

/** May this actor look at reports that lie there? */
export const isTriageDesk = (actor: Actor, { triage, scopeKeys }: Placed): boolean =>
  Boolean(triage) && !isBarred(actor, scopeKeys) && grantsOf(actor, 'casework.admit').some((held) => scopeKeys.includes(triageKey(held.regionId)))

type Held = Pick<Appointment, 'isDepartment' | 'unitId' | 'regionId'>

/** Does the place (for a department: its part in the place) of an appointment take in the record? */
export const covers = (held: Held, scopeKeys: readonly string[]): boolean =>
  scopeKeys.includes(held.isDepartment ? `${held.unitId}@${held.regionId}` : held.regionId)

const isHandler = (actor: Actor, record: Placed, held: Appointment): boolean =>
  record.handler.personId ? record.handler.personId === actor.id : record.handler.unitId === held.unitId

/** Township and county desks dispatch; a village committee acts as owner. */
const isDispatching = (held: Appointment): boolean => {
  const kind = unitById(held.unitId)?.kind
  return kind === 'township' || kind === 'dispatchRoom' || kind === 'countyCentre'
}

const mayCall = (actor: Actor, record: Placed): boolean => {
  const unitIds = actor.kind === 'person' ? actor.appointments.map(({ unitId }) => unitId) : []
  return whyNotCall(record, { id: actor.id, unitIds }, !parentUnit(record.handler.unitId)) === null
}

/** The dispatch room acts for the centre it belongs to. */
const actingUnit = (unitId: string): string => {
  const unit = unitById(unitId)
  return unit?.kind === 'dispatchRoom' && unit.parentId ? unit.parentId : unitId
}

/** The units this actor serves or acts for. */
export const actingUnits = (actor: Actor): string[] =>
  actor.kind === 'person' ? [...new Set(actor.appointments.map(({ unitId }) => actingUnit(unitId)))] : []

/** Somewhere above the owner in the organisation; of the county's own cases the county itself, since nobody is above it. */
const isAbove = (unitId: string, ownerUnitId: string): boolean => {
  const owner = unitById(ownerUnitId)
  if (!owner?.parentId) return unitId === ownerUnitId
  for (let above = unitById(owner.parentId); above; above = above.parentId ? unitById(above.parentId) : undefined) {
    if (above.id === unitId) return true
  }
  return false
}

/** What an appointment that covers the record makes its holder, once they may do the operation at all. */
const standingBy = (actor: Actor, record: Placed, held: Appointment): Party[] => {
  const parties: Party[] = ['staff']
  if (isHandler(actor, record, held)) parties.push('handler')
  const acting = actingUnit(held.unitId)
  if (acting === record.ownerUnitId) parties.push('owner')
  if (isAbove(acting, record.ownerUnitId)) parties.push('superior')
  if (isDispatching(held)) parties.push('dispatcher', ...(mayCall(actor, record) ? ['centre' as const] : []))
  if (acting === record.returns?.arbiter?.unitId) parties.push('arbiter')
  if (record.signing && acting === record.signing.unitId && actor.id !== record.signing.byId) parties.push('head')
  const called = stillCalled(record).find(({ unitId }) => unitId === acting)
  if (called) parties.push('called', called.arrivedAt ? 'arrived' : 'awaited')
  return parties
}

/** What somebody is without any appointment. */
const standingOfOwn = (actor: Actor, record: Placed): Party[] => [
  ...(actor.kind === 'system' ? ['system' as const] : []),
  ...(actor.kind !== 'system' && actor.id === record.requesterId ? ['requester' as const] : []),
  ...(actor.kind !== 'system' && isHelper(record, actor.id) ? ['helper' as const] : []),
  ...(actor.kind !== 'system' && record.triage && isTriageDesk(actor, record) ? ['triageDesk' as const] : []),
]

/**
 * What this actor is to this record for each operation. One appointment must grant the operation,
 * cover the region and make them the party: rights of two appointments never add up. What does not
 * hang on the operation is worked out once, because a list asks for thirty of them on every row.
 */
export const partiesOn = (actor: Actor, record: Placed): ((action: CaseAction | 'revealRequester') => ReadonlySet<Party>) => {
  const own = standingOfOwn(actor, record)
  const none: ReadonlySet<Party> = new Set(own)
  const covering = actor.kind === 'person' && !isBarred(actor, record.scopeKeys) ? actor.appointments.filter((held) => covers(held, record.scopeKeys)) : []
  if (covering.length === 0) return () => none
  const standings = covering.map((held) => ({ held, parties: standingBy(actor, record, held) }))
  const all: ReadonlySet<Party> = new Set([...own, ...standings.flatMap(({ parties }) => parties)])
  return (action) => {
    const granted = standings.filter(({ held }) => mayBy(actor, held, `casework.${action}` as OperationName))
    if (granted.length === 0) return none
    return granted.length === standings.length ? all : new Set([...own, ...granted.flatMap(({ parties }) => parties)])
  }
}

export const partiesFor = (actor: Actor, record: Placed, action: CaseAction): ReadonlySet<Party> => partiesOn(actor, record)(action)

/** The unit for which this actor takes the case on: the handler's own where they serve it, else the one that owns it. */
export const unitTakingOn = (actor: Actor, record: Placed): string => {
  const units = grantsOf(actor, 'casework.accept').filter((held) => covers(held, record.scopeKeys)).map(({ unitId }) => unitId)
  return !units.includes(record.handler.unitId) && units.includes(record.ownerUnitId) ? record.ownerUnitId : record.handler.unitId
}

/** All units for which this actor may take a step on the record. */
export const unitsActingOn = (actor: Actor, record: Placed, action: CaseAction): string[] =>
  grantsOf(actor, `casework.${action}` as OperationName).filter((each) => covers(each, record.scopeKeys)).map(({ unitId }) => actingUnit(unitId))

/** For which unit this actor takes a step on the record; the first of theirs that grants it there. */
export const unitActingOn = (actor: Actor, record: Placed, action: CaseAction): string => {
  const held = grantsOf(actor, `casework.${action}` as OperationName).find((each) => covers(each, record.scopeKeys))
  return held ? actingUnit(held.unitId) : record.ownerUnitId
}

/** The same, where the step is one of the units above. */
export const unitAbove = (actor: Actor, record: Placed, action: CaseAction): string => {
  const held = grantsOf(actor, `casework.${action}` as OperationName)
    .find((each) => covers(each, record.scopeKeys) && isAbove(actingUnit(each.unitId), record.ownerUnitId))
  return held ? actingUnit(held.unitId) : record.ownerUnitId
}

/** May this actor know the case exists? */
export const maySee = (actor: Actor, record: Placed): boolean =>
  actor.kind === 'system' || actor.id === record.requesterId || isHelper(record, actor.id) || mayOn(actor, 'casework.getCase', record.scopeKeys) || isTriageDesk(actor, record)
