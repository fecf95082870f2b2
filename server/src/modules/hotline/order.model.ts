import type { CalledBack, MessageKind, MessageState } from '@xiangli/shared/hotline/states'
import { collection, type Stored } from '../../core/collection'

/** 热线工单: which case an order of a platform became, and what was told the platform of it. */
export interface OrderDoc extends Stored {
  source: string
  sourceName: string
  externalNumber: string
  /** Keyed, of everything it said: tells a repeat from a change without keeping what was said. */
  digest: string
  caseId: string
  serial: string
  /** The platform is connected and hears of it. */
  isOnline: boolean
  /** When the platform issued it; only of those that came from one. */
  issuedAt?: Date
  due?: Date
  importedById?: string
  receivedAt: Date
  /** Of the case; follows it by signal. */
  scopeKeys: string[]
  /** Sent again with other content. */
  differed?: { digest: string; at: Date }
  message?: { kind: MessageKind; state: MessageState; reason?: string; at: Date }
  messageCount: number
  /** Messages the platform has refused and nobody has sent again. */
  refusedCount: number
  callBackIds: string[]
  calledBack?: { satisfied: CalledBack; words?: string; at: Date; isStuck?: true }
  /** What a dispatcher must look at stands first, then the newest. */
  rank: number
}

export const Orders = collection<OrderDoc>({
  name: 'hotline_orders',
  indexes: [
    // One number of a source is one case: of two imports at once one lets the other find it.
    { name: 'hotline_order_number', key: { county: 1, source: 1, externalNumber: 1 }, unique: true },
    { name: 'hotline_order_case', key: { county: 1, caseId: 1 } },
    { name: 'hotline_order_list', key: { county: 1, scopeKeys: 1, rank: -1, _id: -1 } },
    { name: 'hotline_order_any_number', key: { county: 1, externalNumber: 1, rank: -1, _id: -1 } },
    { name: 'hotline_order_issued', key: { county: 1, source: 1, issuedAt: -1 }, partialFilterExpression: { issuedAt: { $exists: true } } },
    { name: 'hotline_order_called_back', key: { county: 1, source: 1, 'calledBack.at': -1 }, partialFilterExpression: { 'calledBack.at': { $exists: true } } },
  ],
  duplicate: { hotline_order_number: 'core.busy' },
})

/** Above any instant. */
export const ATTENTION = 1e15

export const rankOf = ({ refusedCount, calledBack, receivedAt }: Pick<OrderDoc, 'refusedCount' | 'calledBack' | 'receivedAt'>): number =>
  (refusedCount > 0 || calledBack?.isStuck ? ATTENTION : 0) + receivedAt.getTime()
