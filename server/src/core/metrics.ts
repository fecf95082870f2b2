import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

export const metrics = {
  registry,
  operations: new Histogram({
    name: 'xiangli_operation_seconds',
    help: 'Duration of each operation by outcome',
    labelNames: ['operation', 'outcome'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  }),
  transactionRetries: new Counter({ name: 'xiangli_transaction_retries_total', help: 'Transactions run again', registers: [registry] }),
  parkedEvents: new Counter({ name: 'xiangli_parked_reactions_total', help: 'Reactions given up after ten tries', registers: [registry] }),
  sockets: new Gauge({ name: 'xiangli_sockets', help: 'Open sockets', registers: [registry] }),
}
