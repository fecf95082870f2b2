import { z } from 'zod'
import type { Wire } from './request'
import { request } from './request'

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

/** WeChat hands out the next token five minutes early; both hold meanwhile. */
const EARLY_MS = 4 * 60 * 1000

export interface AccessTokens {
  get(): Promise<string>
  /** Another token than the one WeChat has just refused. */
  replace(refused: string): Promise<string>
}

interface Account {
  wire: Wire
  appId: string
  appSecret: string
  now?: () => number
}

/** One token for the process, fetched by one request however many callers wait for it. */
export const createAccessTokens = ({ wire, appId, appSecret, now = Date.now }: Account): AccessTokens => {
  let held: { text: string; until: number } | undefined
  let fetching: Promise<string> | undefined

  const fetchToken = async (isForced: boolean): Promise<string> => {
    const askedAt = now()
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: isForced }
    const { access_token, expires_in } = await request(wire, { path: '/cgi-bin/stable_token', body, isRepeatable: true }, Token)
    held = { text: access_token, until: askedAt + Math.max(0, expires_in * 1000 - EARLY_MS) }
    return access_token
  }

  const once = (work: () => Promise<string>): Promise<string> => {
    fetching ??= work().finally(() => {
      fetching = undefined
    })
    return fetching
  }

  return {
    get: async () => (held && held.until > now() ? held.text : once(() => fetchToken(false))),
    replace: async (refused) => {
      if (held && held.text !== refused && held.until > now()) return held.text
      return once(async () => {
        // Unforced first: another process may have renewed it. Forcing is limited to 20 a day.
        const current = await fetchToken(false)
        return current === refused ? fetchToken(true) : current
      })
    },
  }
}
