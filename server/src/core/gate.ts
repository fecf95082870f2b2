import type { OperationName } from '@xiangli/shared/catalog/contracts'
import type { Actor } from '@xiangli/shared/core/actor'
import { anonymousOperations, operationsOfSystem, villagerOperations } from '@xiangli/shared/core/roles'
import { grantsOf } from '@xiangli/shared/core/scope'
import { fail } from './fail'

/** May this actor ever use this operation? The record decides again. */
export const mayEver = (actor: Actor, operation: OperationName): boolean => {
  if (anonymousOperations.has(operation)) return true
  if (actor.kind === 'system') return operationsOfSystem(actor.id).includes(operation)
  if (actor.kind === 'anonymous') return false
  return villagerOperations.has(operation) || grantsOf(actor, operation).length > 0
}

export const gate = (actor: Actor, operation: OperationName): void => {
  if (mayEver(actor, operation)) return
  fail(actor.kind === 'anonymous' ? 'core.unauthenticated' : 'core.forbidden')
}
