// A process of its own that keeps so many connections busy; plain sockets, because a load generator
// that works as hard as the server would measure itself.
import { connect } from 'node:net'
import { ulid } from 'ulid'

/** @typedef {{ path: string, token: string, body: string, isCommand?: boolean }} Ask `%ID%` in a body is a new id each time */
/** @typedef {{ port: number, asks: Ask[], connections: number, warmMs: number, runMs: number }} Job */
/** @typedef {{ count: number, perSecond: number, p50: number, p99: number, max: number, bytes: number, failures: Record<string, number> }} Result */

const CR_LF_2 = Buffer.from('\r\n\r\n')

/** @param {Ask} ask */
const wireOf = ({ path, token, body, isCommand }) => {
  const id = isCommand ? ulid() : ''
  const filled = isCommand ? body.replaceAll('%ID%', id) : body
  const key = isCommand ? `idempotency-key: ${id}\r\n` : ''
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\n${key}content-length: ${Buffer.byteLength(filled)}\r\n\r\n${filled}`
}

/** The whole answer's length once it is there, else 0. @param {Buffer} data */
const wholeLength = (data) => {
  const end = data.indexOf(CR_LF_2)
  if (end < 0) return { length: 0, status: '' }
  const head = data.toString('latin1', 0, end)
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
  if (Number.isNaN(length)) throw new Error(`an answer without a length: ${head.slice(0, 200)}`)
  const whole = end + 4 + length
  return data.length >= whole ? { length: whole, status: head.slice(9, 12) } : { length: 0, status: '' }
}

/** One connection asking again and again until told to stop. @param {Job} job @param {{ next: () => Ask, done: (ms: number, bytes: number, status: string) => void, isOver: () => boolean }} feed */
const talk = ({ port }, { next, done, isOver }) => new Promise((resolve, reject) => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let began = 0
  /** @type {Buffer | null} */
  let held = null
  const ask = () => {
    if (isOver()) return void socket.end()
    began = performance.now()
    socket.write(wireOf(next()))
  }
  socket.on('connect', ask)
  socket.on('data', (chunk) => {
    held = held ? Buffer.concat([held, chunk]) : chunk
    const { length, status } = wholeLength(held)
    if (length === 0) return
    held = null
    done(performance.now() - began, length, status)
    ask()
  })
  socket.on('close', () => resolve(undefined))
  socket.on('error', reject)
})

/** @param {number[]} sorted @param {number} share */
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const rounded = (/** @type {number} */ ms) => Math.round(ms * 100) / 100

/** @param {Job} job @returns {Promise<Result>} */
const run = async (job) => {
  const start = performance.now()
  const [warm, end] = [start + job.warmMs, start + job.warmMs + job.runMs]
  /** @type {number[]} */
  const times = []
  /** @type {Record<string, number>} */
  const failures = {}
  let [turn, bytes] = [0, 0]
  const feed = {
    next: () => /** @type {Ask} */ (job.asks[turn++ % job.asks.length]),
    done: (/** @type {number} */ ms, /** @type {number} */ length, /** @type {string} */ status) => {
      const now = performance.now()
      if (status !== '200') failures[status] = (failures[status] ?? 0) + 1
      if (now < warm || now > end) return
      times.push(ms)
      bytes += length
    },
    isOver: () => performance.now() > end,
  }
  await Promise.all(Array.from({ length: job.connections }, () => talk(job, feed)))
  times.sort((a, b) => a - b)
  const count = times.length
  return {
    count, perSecond: rounded(count / (job.runMs / 1000)), p50: rounded(at(times, 0.5)), p99: rounded(at(times, 0.99)), max: rounded(times.at(-1) ?? 0),
    bytes: Math.round(bytes / Math.max(1, count)), failures,
  }
}

process.on('message', (/** @type {Job} */ job) => {
  run(job).then((result) => process.send?.({ result }), (error) => process.send?.({ error: String(error) }))
})
process.on('disconnect', () => process.exit(0))
