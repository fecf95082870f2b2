import { withAmbient } from '../context'
import { describeError, log } from '../log'
import { leasePartitions, SYSTEM } from './checkpoints'

const RENEW_MS = 5_000

export interface Lease {
  /** The partitions are no longer exactly those it began with: some were lost, or others came free. */
  isLost: () => boolean
  stop: () => void
}

const namesOf = (held: readonly { _id: string }[]): string => held.map(({ _id }) => _id).join()

/** Renews by the clock and not between rows: a slow reaction must not cost the lease. */
export const keepLease = (holder: string, held: readonly { _id: string }[]): Lease => {
  const mine = namesOf(held)
  let isLost = false
  const renew = async (): Promise<void> => {
    const now = await withAmbient({ county: SYSTEM }, () => leasePartitions(holder, new Date()))
    if (namesOf(now) !== mine) isLost = true
  }
  const timer = setInterval(() => {
    renew().catch((error: unknown) => {
      log.warn({ error: describeError(error) }, 'dispatch lease not renewed')
      isLost = true
    })
  }, RENEW_MS)
  return { isLost: () => isLost, stop: () => clearInterval(timer) }
}
