/** Code → status and the words a person reads, in one entry so that neither can be forgotten. */
export type ErrorTable = Record<string, { status: Status; text: string }>
export type Status = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

/** What every refused request answers with. `field` is a path into the input, such as `place.point`. */
export interface ErrorBody {
  code: string
  message: string
  field?: string
  details?: Record<string, unknown>
  traceId: string
}

export const coreErrors = {
  'core.badInput': { status: 400, text: '填写的内容有误，请改正后再试' },
  'core.unauthenticated': { status: 401, text: '登录已失效，请重新登录，填写的内容不会丢' },
  'core.csrf': { status: 403, text: '页面已过期，请刷新后再试' },
  'core.forbidden': { status: 403, text: '您没有这项权限，如有需要请联系本单位管理员' },
  'core.notFound': { status: 404, text: '没有找到，可能已被移走，或不在您管的范围里' },
  'core.unknownOperation': { status: 404, text: '没有这个接口，请更新到最新版本' },
  'core.staleRevision': { status: 409, text: '这件事刚刚有人更新过，已为您载入最新情况，请看过再办' },
  'core.inFlight': { status: 409, text: '同样的请求正在处理，请稍等片刻再看' },
  'core.tooLarge': { status: 413, text: '内容太大了，请减少后再试' },
  'core.keyReused': { status: 422, text: '这个请求编号已用于别的内容，请重新操作一次' },
  'core.badKey': { status: 422, text: '请求编号格式不对（8 到 128 个字母、数字、点、冒号、横线）' },
  'core.tooMany': { status: 429, text: '操作太频繁，请稍等一会儿再试' },
  'core.tooManyPages': { status: 429, text: '同一个账号打开的页面太多，这一页不再自动更新，内容没有丢；关掉不用的页面再刷新' },
  'core.unexpected': { status: 500, text: '系统出了点问题，已记录下来，请稍后再试' },
  'core.busy': { status: 503, text: '办理的人太多，内容没有丢，请稍后再试' },
  'core.unavailable': { status: 503, text: '暂时连不上，内容没有丢，请稍后再试' },
} satisfies ErrorTable
