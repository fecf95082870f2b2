// Everything started is registered with its stop; a signal runs them in reverse within ten seconds.
import { setTimeout as sleep } from 'node:timers/promises'

/** @typedef {{ name: string, stop: () => Promise<void>, kill?: () => void }} Part */

const LIMIT_MS = 9500

/** @param {(line: string) => void} say */
export const openShutdown = (say) => {
  /** @type {Part[]} still to be stopped */
  const parts = []
  /** @type {Part[]} the one being stopped may hang: killing goes over all */
  const all = []
  const abort = new AbortController()
  let startup = Promise.resolve()
  /** @type {Promise<void> | null} */
  let ending = null

  const stopAll = async () => {
    for (let part = parts.pop(); part; part = parts.pop()) {
      await part.stop().catch((error) => say(`✗ ${part?.name}：${error.message}`))
    }
  }
  const killAll = () => { for (const part of [...all].reverse()) part.kill?.() }
  /** @param {number} code */
  const end = (code) => {
    ending ??= (async () => {
      abort.abort()
      const timer = setTimeout(() => { killAll(); process.exit(code) }, LIMIT_MS)
      await stopAll()
      // A step of the start may have been under way: what it still started is stopped too.
      await Promise.race([startup, sleep(LIMIT_MS)])
      await stopAll()
      clearTimeout(timer)
      process.exit(code)
    })()
    return ending
  }
  const onSignal = () => {
    if (ending) { killAll(); process.exit(1) }
    say('\n正在停止…（再按一次强制结束）')
    void end(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  // A closed terminal must not turn the last lines into a crash.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})

  return {
    signal: abort.signal,
    end,
    /** @param {Part} part */
    add: (part) => { parts.push(part); all.push(part) },
    /** @param {Promise<void>} work */
    duringStartup: (work) => { startup = work.catch(() => {}) },
  }
}

/** @typedef {ReturnType<typeof openShutdown>} Shutdown */
