import { randomBytes } from 'node:crypto'
import type { Codes } from './codes'
import { createCodes } from './codes'
import type { People } from './people'
import { createPeople } from './people'
import type { Tokens } from './tokens'
import { createTokens } from './tokens'

export interface WechatOptions {
  appId: string
  appSecret: string
  /** JSON array of people; without one they live in memory. */
  peopleFile?: string
  /** Message templates of the account: id → fields. */
  templates?: Record<string, readonly string[]>
  now?: () => number
}

export interface SentMessage {
  touser: string
  template_id: string
  page?: string
  data: Record<string, unknown>
}

/** Everything the simulated WeChat remembers, in memory except for the people. */
export interface World {
  appId: string
  appSecret: string
  people: People
  loginCodes: Codes<string>
  phoneCodes: Codes<{ openid: string; phone: string }>
  tokens: Tokens
  templates: Map<string, readonly string[]>
  /** `openid template` → messages the user has agreed to and not yet got. */
  accepted: Map<string, number>
  sent: SentMessage[]
  /** Requests to the API since the start, by path: how a test sees that nothing was sent twice. */
  calls: Map<string, number>
  sessionKeyOf(openid: string): string
  /** Counts a login; false past 100 a minute for one user. */
  allowsLogin(openid: string): boolean
  now(): number
}

const LOGINS_A_MINUTE = 100

export const createWorld = (options: WechatOptions): World => {
  const now = options.now ?? Date.now
  const sessionKeys = new Map<string, string>()
  const logins = new Map<string, { minute: number; count: number }>()
  return {
    appId: options.appId,
    appSecret: options.appSecret,
    people: createPeople(options.peopleFile),
    loginCodes: createCodes(now),
    phoneCodes: createCodes(now),
    tokens: createTokens(now),
    templates: new Map(Object.entries(options.templates ?? {})),
    accepted: new Map(),
    sent: [],
    calls: new Map(),
    sessionKeyOf(openid) {
      const key = sessionKeys.get(openid) ?? randomBytes(16).toString('base64')
      sessionKeys.set(openid, key)
      return key
    },
    allowsLogin(openid) {
      const minute = Math.floor(now() / 60_000)
      const last = logins.get(openid)
      const count = last?.minute === minute ? last.count + 1 : 1
      logins.set(openid, { minute, count })
      return count <= LOGINS_A_MINUTE
    },
    now,
  }
}
