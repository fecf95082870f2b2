import { pino } from 'pino'

/** Logs carry ids, operations and outcomes; never inputs, names, phones, tokens or texts. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { process: process.env.XIANGLI_PROCESS ?? 'server' },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ['token', 'password', 'phone', 'idNumber', 'words', 'headers', 'input', '*.token', '*.password'], remove: true },
})

/** The parts of an error that are safe to keep: its kind and where, with quoted values cut out. */
export const describeError = (error: unknown): { name: string; message: string; stack?: string } => {
  if (!(error instanceof Error)) return { name: 'unknown', message: typeof error }
  const message = error.message.replace(/dup key: .*/s, 'dup key').replace(/"[^"]{0,200}"/g, '"…"').slice(0, 300)
  const stack = error.stack?.split('\n').slice(1, 8).join('\n')
  return stack ? { name: error.name, message, stack } : { name: error.name, message }
}
