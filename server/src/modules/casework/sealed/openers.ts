import type { Appointment } from '@xiangli/shared/core/actor'
import type { Opener } from '@xiangli/shared/casework/opening'
import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { grantsOf } from '@xiangli/shared/core/scope'
import { fail } from '../../../core/fail'
import type { Context } from '../../../core/operation'
import { departmentUnit, parentUnit } from '../../region'
import type { CaseDoc } from '../case.model'
import { actingUnits, covers } from '../parties'
import { isOfVillage } from './village'

/** Whoever would open, as the rule sees them. */
export const openerOf = ({ actor }: Context, { place, handler }: Pick<CaseDoc, 'place' | 'handler'>): Opener => ({
  id: actor.id,
  isOfVillage: isOfVillage(actor, place.villageId),
  isHandling: handler.personId === actor.id || (parentUnit(handler.unitId) !== undefined && actingUnits(actor).includes(handler.unitId)),
})

/** Of the departments only 纪检 has anything to do with names. */
const mayOpenFor = ({ isDepartment, unitId }: Appointment): boolean => !isDepartment || unitId === departmentUnit('discipline')?.id

/** The appointment by which they would, or it is not theirs. */
export const needPost = (ctx: Context, record: Pick<CaseDoc, 'scopeKeys'>): Appointment =>
  grantsOf(ctx.actor, ctx.operation as OperationName).find((held) => mayOpenFor(held) && covers(held, record.scopeKeys)) ?? fail('casework.notYours')
