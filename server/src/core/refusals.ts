import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { withAmbient } from './context'
import type { AppError } from './fail'
import { newId } from './ids'
import { Refusals } from './journal'
import { log } from './log'
import type { Call } from './execute'

/** At most this many rows a minute of one actor, so that a flood fills no disk and hides nobody else's attempt. */
const PER_MINUTE = 30
let window = { minute: 0, counts: new Map<string, number>() }

const hasRoom = (at: Date, actorId: string): boolean => {
  const minute = Math.floor(at.getTime() / 60_000)
  if (window.minute !== minute) window = { minute, counts: new Map() }
  const count = (window.counts.get(actorId) ?? 0) + 1
  window.counts.set(actorId, count)
  return count <= PER_MINUTE
}

const isSensitive = (name: string): name is OperationName => {
  const contract = contracts[name as OperationName]
  return contract?.kind === 'command' && contract.sensitive === true
}

/** Keeps who was refused a sensitive operation; never fails the request it stands beside. */
export const keepRefusal = async (call: Call, refusal: AppError): Promise<void> => {
  const at = new Date()
  if (!isSensitive(call.operation) || !hasRoom(at, call.actor.id)) return
  const row = {
    _id: newId(at),
    county: call.actor.county,
    at,
    actorId: call.actor.id,
    operation: call.operation,
    code: refusal.code,
    trace: call.trace,
  }
  await withAmbient({ county: call.actor.county }, () => Refusals.add(row)).catch(() => {
    log.warn({ trace: call.trace, operation: call.operation }, 'refusal not kept')
  })
}
