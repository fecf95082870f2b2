import type { Context } from '../../../core/operation'
import type { CaseDoc } from '../case.model'

type Asked = Pick<CaseDoc, 'requesterId' | 'filedById'>

/** Until an answer goes out nobody on the asking side reads of it, though they may be staff as well. */
export const isAsking = ({ actor }: Context, { requesterId, filedById }: Asked): boolean => [requesterId, filedById].includes(actor.id)

/** Who may read an answer that waits for its signature, where they may read the case. */
export const mayReadUnsent = (ctx: Context, record: Asked): boolean =>
  ctx.actor.kind === 'person' && ctx.actor.appointments.length > 0 && !isAsking(ctx, record)
