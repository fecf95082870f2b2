import type { Context } from 'koa'
import { pageShell } from '../page-shell'

const CHANGED = '2026-11-22T00:00:00Z'

export const discovery = (origin: string) => ({
  changeset: CHANGED,
  contact: '请联系县综治中心',
  key_service: '密钥由县综治中心发放：管理端“接口密钥”',
  endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: `${origin}/open311/v2`, changeset: CHANGED, type: 'production', formats: ['text/xml', 'application/json'] }],
})

const rows = (entries: readonly (readonly [string, string])[]): string => entries.map(([name, text]) => `<tr><td><code>${name}</code></td><td>${text}</td></tr>`).join('')

const ADDRESSES = rows([
  ['GET discovery', '从这里找到其他地址'],
  ['GET services、services/{service_code}', '可以反映哪几类事；没有附加问题'],
  ['GET requests', '公开的事；默认最近 90 天，最多 1000 件'],
  ['GET requests/{service_request_id}', '公开的一件事；没有公开的一律 404'],
  ['POST requests', '凭密钥反映一件事，application/x-www-form-urlencoded'],
  ['GET tokens/{token}', '用回执换编号'],
])

const EXTENSIONS = rows([
  ['page、page_size', '翻页：每页默认 50 件、最多 1000 件，最深到第 10000 件'],
  ['bbox=west,south,east,north', '只看这个范围（WGS84）'],
  ['boundary={地区编号}', '只看一个乡镇、村或网格，编号见 /api/region.listDivisions'],
  ['extensions=true', 'extended_attributes：serial 编号、status 细分状态、updates 每一步、comment 答复、photos 全部照片'],
  ['receipt=token', 'POST 时只要回执（token），以后再换编号'],
  ['Idempotency-Key', 'POST 的请求头：同一个键重试多少次都只反映一次'],
])

const NOTES = [
  '住处只给到网格（address），lat、long 为空；公共地方的坐标约准到 10 米。坐标一律 WGS84。',
  '只有受理后由工作人员改写、公开的摘要才读得到；反映人的姓名、电话从不在里面。',
  'POST 里的 email、device_id、account_id、first_name、last_name、phone 可以带，但不保存：持有密钥的一方是反映人，由它告诉本人。',
  'description 与 media_url 合起来最多 500 字；address_id 是村的地区编号。',
  'jurisdiction_id 可以不带；带就要是本县代码。时间用 W3C 格式，必须带时区。',
  '出错时按 <code>&lt;errors&gt;&lt;error&gt;&lt;code/&gt;&lt;description/&gt;</code> 回答：400 参数不对，403 密钥不对，404 没有找到，429 太频繁。',
]

/** What the specification leaves open, and what we add to it. */
export const docsPage = (ctx: Context): void => {
  ctx.type = 'html'
  ctx.body = pageShell({
    title: 'Open311 开放接口',
    body: `<h1>Open311 GeoReport v2</h1><p>按 <a href="https://wiki.open311.org/GeoReport_v2">GeoReport v2</a> 回答，地址后加 <code>.xml</code> 或 <code>.json</code>。从 <a href="/open311/v2/discovery.json">discovery</a> 开始。</p>
<h2>地址</h2><table>${ADDRESSES}</table><h2>扩展</h2><table>${EXTENSIONS}</table><h2>约定</h2><ul>${NOTES.map((note) => `<li>${note}</li>`).join('')}</ul>`,
  })
}
