import type { DutyPerson } from '@xiangli/shared/duty/shifts'
import { isOfUnitOrAbove, type Span } from '@xiangli/shared/duty/rules'
import { maskPhone } from '@xiangli/shared/registry/rules'
import { grantsOf } from '@xiangli/shared/core/scope'
import { fail } from '../../core/fail'
import type { Context } from '../../core/operation'
import { contactsOf, postsAt, titlesOf, withoutSuspended } from '../identity'
import type { Unit } from '../region'

interface Named {
  personId: string
  field: string
}

/** Everyone must hold a post at the unit for the whole of the time, and be able to sign in. */
export const needAtUnit = async (unitIds: readonly string[], span: Span, named: readonly Named[]): Promise<void> => {
  const posts = await withoutSuspended(await postsAt(unitIds, { ...span, people: named.map(({ personId }) => personId) }))
  const there = new Set(posts.map(({ accountId }) => accountId))
  const missing = named.find(({ personId }) => !there.has(personId))
  if (missing) fail('duty.notAtUnit', { field: missing.field })
}

/** People as this reader may see them at this unit. */
export const presentPeople = async (ctx: Context, unit: Unit, ids: readonly string[]): Promise<(id: string) => DutyPerson> => {
  const [contacts, titles] = [await contactsOf(ids), await titlesOf(ids)]
  const isOpen = isOfUnitOrAbove(grantsOf(ctx.actor, ctx.operation), unit)
  return (personId) => {
    const { name = '账号已注销', phone } = contacts.get(personId) ?? {}
    const title = titles.get(personId)
    return { personId, name, ...(title ? { title } : {}), ...(phone ? { phone: isOpen ? phone : maskPhone(phone) } : {}) }
  }
}
