import type { Actor } from '@xiangli/shared/core/actor'
import { now, setClock } from '../../core/clock'
import { reactTo } from '../../core/dispatch/react'
import { execute } from '../../core/execute'
import { newId } from '../../core/ids'
import { pseudonymOf, sealedCaseId } from '../../modules/casework'
import { Journal } from '../../core/journal'
import type { Account } from '../organisation/staff'
import { places } from '../places'
import type { Cast } from './cast'
import { hoursAfter } from './moment'
import { inputFor } from './inputs'
import type { Move } from './script'
import { asActor } from './uploads'

interface Deed {
  operation: string
  input: unknown
  actor: Actor
  /** Under which name it stands in the journal. */
  as?: string
}

/** Does it through the same door as a person, then lets those hear of it whom it concerns, at the same moment. */
const perform = async ({ operation, input, actor, as = actor.id }: Deed): Promise<void> => {
  const key = newId(now())
  await execute({ operation, input, actor, key, trace: key })
  const row = await Journal.one({ actorId: as, operation: operation as never, key })
  if (row) await reactTo(row, (work) => work())
}

const accountFor = (cast: Cast, { who, tale, number, caseId }: Move): Promise<Account> | Account | undefined => {
  if (who === 'timetable') return undefined
  return who === 'requester' ? cast.requesterOf(tale, number) : cast.staffFor(who, caseId)
}

const play = async (cast: Cast, move: Move): Promise<void> => {
  setClock(() => move.at)
  const operation = `casework.${move.action}`
  const account = await accountFor(cast, move)
  if (!account) return perform({ operation, input: { caseId: move.caseId }, actor: { kind: 'system', id: 'timetable', county: places.county } })
  const input = await inputFor(move, account)
  return perform({ operation, input, actor: await asActor(account), ...(isSealedSubmit(move) ? { as: pseudonymOf(sealedCaseId(account._id, move.caseId), account._id) } : {}) })
}

const isSealedSubmit = ({ tale, action }: Move): boolean => tale.isSealed === true && action === 'submit'

/** A sealed report goes on under the id the server gave it. */
const aimed = (cast: Cast, move: Move): Move => {
  if (!move.tale.isSealed || move.action === 'submit') return move
  return { ...move, caseId: sealedCaseId(cast.requesterOf(move.tale, move.number)._id, move.caseId) }
}

/** Most people have read what came until a day ago; a few read never. */
const READ_HOURS = 26
const NEVER_EVERY = 5

const readInbox = async (cast: Cast, at: Date): Promise<void> => {
  setClock(() => at)
  const readers = cast.everyone.filter((_, n) => n % NEVER_EVERY !== 0)
  for (const account of readers) {
    const { count } = (await execute({ operation: 'notice.countUnread', input: {}, actor: await asActor(account), trace: newId(now()) })).output as { count: number }
    if (count > 0) await perform({ operation: 'notice.markRead', input: {}, actor: await asActor(account) })
  }
}

interface Staging {
  cast: Cast
  moves: readonly Move[]
  now: Date
  onProgress?: (done: number) => void
}

/** Plays the stories as they happened, with the server's clock moved to each moment in turn. */
export const playStories = async ({ cast, moves, now, onProgress }: Staging): Promise<void> => {
  const readAt = hoursAfter(now, -READ_HOURS)
  const firstUnread = moves.findIndex(({ at }) => at > readAt)
  try {
    for (const [index, move] of moves.entries()) {
      if (index === firstUnread) await readInbox(cast, readAt)
      await play(cast, aimed(cast, move))
      onProgress?.(index + 1)
    }
  } finally {
    setClock(null)
  }
}
