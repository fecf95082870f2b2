import type { Order } from '@xiangli/shared/hotline/read-row'
import { services } from '../../core/services'

/** Of what the order says, in one order of its parts. */
export const digestOf = (order: Order): string =>
  services().vault.blindIndex(JSON.stringify(Object.entries(order).filter(([, said]) => said !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))), 'hotline_orders.digest')
