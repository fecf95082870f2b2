import { randomBytes } from 'node:crypto'

const LIFE_MS = 5 * 60 * 1000

export type Redeemed<T> = { ok: true; value: T } | { ok: false; why: 'invalid' | 'used' }

/** Codes as `wx.login` and `getPhoneNumber` hand them out: good once, for five minutes. */
export interface Codes<T> {
  issue(value: T): string
  redeem(code: string): Redeemed<T>
}

export const createCodes = <T>(now: () => number): Codes<T> => {
  const issued = new Map<string, { value: T; until: number; isUsed: boolean }>()
  const prune = (): void => {
    for (const [code, { until }] of issued) {
      if (until > now()) break
      issued.delete(code)
    }
  }
  return {
    issue(value) {
      prune()
      const code = `0${randomBytes(24).toString('base64url').replaceAll(/[-_]/g, 'a').slice(0, 31)}`
      issued.set(code, { value, until: now() + LIFE_MS, isUsed: false })
      return code
    },
    redeem(code) {
      prune()
      const entry = issued.get(code)
      if (!entry) return { ok: false, why: 'invalid' }
      if (entry.isUsed) return { ok: false, why: 'used' }
      entry.isUsed = true
      return { ok: true, value: entry.value }
    },
  }
}
