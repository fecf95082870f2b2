import type { ChangeStreamDocument, Document } from 'mongodb'
import { watchCollections } from '../../core/watch'
import { forgetAccount, forgetAll, forgetSession } from './actors'
import { Accounts, Appointments, Sessions } from './account.model'

/** An account whose rights changed, one session that ended, or, where changes may have been missed, anybody. */
export type Revoked = { accountId: string } | { session: string } | 'anybody'

type Listener = (who: Revoked) => void
const listeners = new Set<Listener>()

/** Told whose sockets must sign in again. */
export const onRevoked = (listener: Listener): void => {
  listeners.add(listener)
}

const tell = (who: Revoked): void => {
  for (const listener of listeners) listener(who)
}

const missed = (): void => {
  forgetAll()
  tell('anybody')
}

const endSession = (session: string): void => {
  forgetSession(session)
  tell({ session })
}

const forget = (change: ChangeStreamDocument<Document & { _id: string }>): void => {
  if (!('ns' in change) || !('coll' in change.ns) || !('documentKey' in change)) return
  if (change.ns.coll === Sessions.name) return endSession(change.documentKey._id)
  const document = 'fullDocument' in change ? change.fullDocument : undefined
  const accountId = change.ns.coll === Accounts.name ? change.documentKey._id : (document?.accountId as string | undefined)
  if (!accountId) return missed()
  forgetAccount(accountId)
  if (change.operationType !== 'insert' || change.ns.coll === Appointments.name) tell({ accountId })
}

/** Ended sessions and changed rights leave this process's memory as soon as the database tells. */
export const watchRevocations = async (): Promise<void> => {
  void watchCollections({
    names: [Sessions.name, Accounts.name, Appointments.name],
    skipInsertsOf: [Sessions.name, Accounts.name],
    onChange: forget,
    onGap: missed,
  })
}
