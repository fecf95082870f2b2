// Fair means equally rich: the same fields with the same values, before anything is measured.
import { ulid } from 'ulid'

/** @typedef {import('./load.mjs').Ask} Ask */
/** @typedef {{ port: number, stop: () => Promise<void> }} Server */

const SAMPLES = 12
const MOST_APART = 0.03

/** @param {number} port @param {Ask} ask */
const answerOf = async (port, { path, token, body, isCommand }) => {
  const id = ulid()
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST', body: isCommand ? body.replaceAll('%ID%', id) : body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-encoding': 'identity', ...(isCommand ? { 'idempotency-key': id } : {}) },
  })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  return { bytes: Buffer.byteLength(text), value: JSON.parse(text) }
}

// What each server makes up by itself, and the cursor, whose spelling is its own.
const OWN = new Set(['serial', 'id', 'receivedAt', 'acceptBy', 'yellowAt', 'redAt', 'updatedAt', 'since', 'at', 'next'])

/** Paths at which two answers differ. @param {any} a @param {any} b @param {{ path: string, isCommand: boolean }} at @returns {string[]} */
const differences = (a, b, { path, isCommand }) => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    const name = path.split('.').at(-1) ?? ''
    return a === b || (OWN.has(name) && (isCommand || name === 'next') && typeof a === typeof b) ? [] : [`${path}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`]
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => differences(a[key], b[key], { path: `${path}.${key}`, isCommand }))
}

/** @param {{ ours: Server, bare: Server, scenario: string }} pair @param {Ask} ask @returns {Promise<{ ours: number, bare: number }>} bytes of each */
const sameAnswer = async ({ ours, bare, scenario }, ask) => {
  const [mine, plain] = [await answerOf(ours.port, ask), await answerOf(bare.port, ask)]
  const apart = differences(mine.value, plain.value, { path: scenario, isCommand: ask.isCommand === true })
  if (apart.length > 0) throw new Error(`the baseline answers something else:\n${apart.slice(0, 10).join('\n')}`)
  return { ours: mine.bytes, bare: plain.bytes }
}

/** @param {{ startOurs: () => Promise<Server>, startBare: () => Promise<Server>, asks: Record<string, Ask[]> }} subjects @returns {Promise<Record<string, { ours: number, bare: number }>>} */
export const compareAnswers = async ({ startOurs, startBare, asks }) => {
  const [ours, bare] = [await startOurs(), await startBare()]
  /** @type {Record<string, { ours: number, bare: number }>} */
  const sizes = {}
  try {
    for (const [scenario, all] of Object.entries(asks)) {
      const some = Array.from({ length: SAMPLES }, (_, at) => /** @type {Ask} */ (all[Math.floor((at * all.length) / SAMPLES)]))
      const sum = { ours: 0, bare: 0 }
      for (const ask of some) {
        const bytes = await sameAnswer({ ours, bare, scenario }, ask)
        sum.ours += bytes.ours
        sum.bare += bytes.bare
      }
      sizes[scenario] = { ours: Math.round(sum.ours / SAMPLES), bare: Math.round(sum.bare / SAMPLES) }
      if (Math.abs(sum.ours / sum.bare - 1) > MOST_APART) throw new Error(`${scenario}: answers of ${sum.ours} and ${sum.bare} bytes are not equally rich`)
    }
  } finally {
    await ours.stop()
    await bare.stop()
  }
  return sizes
}
