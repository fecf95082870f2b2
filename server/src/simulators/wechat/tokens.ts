import { randomBytes } from 'node:crypto'

const LIFE_MS = 7_200_000
/** The platform renews this long before the end, and both tokens hold meanwhile. */
const OVERLAP_MS = 300_000
/** A forced refresh sooner than this after the last one changes nothing. */
const FORCE_GAP_MS = 30_000

interface Token {
  text: string
  until: number
}

/** `stable_token`: everyone is given the same token until it is renewed. */
export const createTokens = (now: () => number) => {
  let current: Token | undefined
  let former: Token | undefined
  let forcedAt = -Infinity

  const renew = (): Token => {
    current = { text: `99_${randomBytes(96).toString('base64url')}`, until: now() + LIFE_MS }
    return current
  }

  return {
    issue(isForced: boolean): { access_token: string; expires_in: number } {
      let token = current
      if (!token || token.until - now() <= OVERLAP_MS) {
        former = token
        token = renew()
      } else if (isForced && now() - forcedAt >= FORCE_GAP_MS) {
        forcedAt = now()
        former = undefined
        token = renew()
      }
      return { access_token: token.text, expires_in: Math.floor((token.until - now()) / 1000) }
    },
    /** 0 when it holds. */
    check(text: string): 0 | 40001 | 42001 {
      const token = [current, former].find((each) => each?.text === text)
      if (!token) return 40001
      return token.until > now() ? 0 : 42001
    },
    /** As if another service had forced a refresh: every token handed out so far is dead. */
    revoke(): void {
      former = undefined
      renew()
    },
  }
}

export type Tokens = ReturnType<typeof createTokens>
