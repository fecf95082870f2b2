import { z } from 'zod'
import { createAccessTokens } from './access-token'
import { AdapterError } from './adapter-error'
import { STALE_TOKEN } from './errcodes'
import type { Call, Wire } from './request'
import { request } from './request'

export interface WechatSettings {
  /** `https://api.weixin.qq.com`, or the simulator's `http://127.0.0.1:PORT/wechat`. */
  baseUrl: string
  appId: string
  appSecret: string
  timeoutMs: number
}

export interface SubscribeMessage {
  openid: string
  templateId: string
  /** Without a leading slash. */
  page?: string
  data: Record<string, string>
}

/** Every method resolves or throws an AdapterError. */
export interface Wechat {
  /** The session key stays here: nothing in the project decrypts with it. */
  codeToSession(code: string): Promise<{ openid: string; unionid?: string }>
  phoneNumber(code: string): Promise<{ phone: string; countryCode: string }>
  /** Best effort: 43101 means the user has not agreed, and is never repeated. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<void>
}

const Session = z.object({ openid: z.string().min(1), unionid: z.string().min(1).optional() })
const Phone = z.object({
  phone_info: z.object({ purePhoneNumber: z.string().min(1), countryCode: z.coerce.string() }),
})
const Done = z.object({ errcode: z.literal(0) })

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])$/

const wireOf = ({ baseUrl, timeoutMs }: WechatSettings): Wire => {
  const url = new URL(baseUrl)
  if (url.protocol !== 'https:' && !LOCAL.test(url.hostname)) {
    throw new AdapterError('wechat: the secret may go over plain http to this machine only', { kind: 'misconfigured' })
  }
  return { baseUrl: baseUrl.replace(/\/+$/, ''), timeoutMs }
}

export const createWechat = (settings: WechatSettings): Wechat => {
  const { appId, appSecret } = settings
  const wire = wireOf(settings)
  const tokens = createAccessTokens({ wire, appId, appSecret })

  const withToken = async <T>(call: Omit<Call, 'query'>, shape: z.ZodType<T>): Promise<T> => {
    const token = await tokens.get()
    try {
      return await request(wire, { ...call, query: { access_token: token } }, shape)
    } catch (error) {
      if (!(error instanceof AdapterError) || !STALE_TOKEN.includes(error.errcode ?? 0)) throw error
    }
    return request(wire, { ...call, query: { access_token: await tokens.replace(token) } }, shape)
  }

  return {
    async codeToSession(code) {
      const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' }
      const { openid, unionid } = await request(wire, { path: '/sns/jscode2session', query, isRepeatable: false }, Session)
      return unionid === undefined ? { openid } : { openid, unionid }
    },
    async phoneNumber(code) {
      const call = { path: '/wxa/business/getuserphonenumber', body: { code }, isRepeatable: false }
      const { phone_info } = await withToken(call, Phone)
      return { phone: phone_info.purePhoneNumber, countryCode: phone_info.countryCode }
    },
    async sendSubscribeMessage({ openid, templateId, page, data }) {
      const values = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }]))
      const body = { touser: openid, template_id: templateId, data: values, ...(page === undefined ? {} : { page }) }
      await withToken({ path: '/cgi-bin/message/subscribe/send', body, isRepeatable: false }, Done)
    },
  }
}
