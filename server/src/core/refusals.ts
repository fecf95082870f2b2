import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { withAmbient } from './context'
import type { AppError } from './fail'
import { newId } from './ids'
import { Refusals } from './journal'
import { log } from './log'
import type { Call } from './execute'

/** At most this many rows a minute for one process, so that a flood of attempts cannot fill the disk. */
const PER_MINUTE = 120
let window = { minute: 0, count: 0 }

const hasRoom = (at: Date): boolean => {
  const minute = Math.floor(at.getTime() / 60_000)
  window = window.minute === minute ? { minute, count: window.count + 1 } : { minute, count: 1 }
  return window.count <= PER_MINUTE
}

const isSensitive = (name: string): name is OperationName => {
  const contract = contracts[name as OperationName]
  return contract?.kind === 'command' && contract.sensitive === true
}

/** Keeps who was refused a sensitive operation; never fails the request it stands beside. */
export const keepRefusal = async (call: Call, refusal: AppError): Promise<void> => {
  const at = new Date()
  if (!isSensitive(call.operation) || !hasRoom(at)) return
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
