import type { Context } from 'koa'
import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import { errors, type ErrorCode } from '@xiangli/shared/catalog/errors'
import { light } from '@xiangli/shared/look/tokens'
import { escapeHtml } from './escape-html'
import { openApi } from './openapi'
import { pageShell } from './page-shell'

const card = (href: string, title: string, text: string): string => `<a class="card" href="${href}"><b>${title}</b><span>${text}</span></a>`

export const landing = (ctx: Context): void => {
  ctx.type = 'html'
  ctx.body = pageShell({
    title: '乡里',
    body: `<h1>乡里</h1><p>村里的事，说一声就有人办，办到哪一步随时看得见。</p><div class="cards">
${card('/m/', '村民端', '反映事情、看进展、评价；网格员接办。与微信小程序是同一套页面')}
${card('/admin/', '管理端', '村、乡镇、县：办件、派单、地图、日志')}
${card('/api/', '开放接口', '每个操作的说明、输入、错误')}
${card('/open311/v2/docs', 'Open311', '通用的公开接口：看大家的事，凭密钥反映')}
</div>`,
  })
}

const DOMAIN_LABELS: Record<string, string> = {
  journal: '日志',
  file: '附件',
  region: '区划网格',
  registry: '基础库',
  identity: '身份',
  notice: '消息',
  casework: '办件',
  open311: '开放接口密钥',
}

const errorRows = (codes: readonly ErrorCode[]): string =>
  codes.map((code) => `<tr><td>${errors[code].status}</td><td><code>${code}</code></td><td>${escapeHtml(errors[code].text)}</td></tr>`).join('')

type Described = { requestBody?: { content: Record<string, { schema: unknown }> }; responses: Record<string, { content?: Record<string, { schema: unknown }> }> }

const describe = (name: OperationName, { document, described }: { document: Document; described: Described }): string => {
  const contract = contracts[name]
  const [body] = Object.values(described.requestBody?.content ?? {})
  const [answer] = Object.values(described.responses['200']?.content ?? {})
  return `<details id="${name}"><summary><code>${name}</code> <span>${escapeHtml(contract.summary)}</span></summary>
<h3>输入</h3><pre>${escapeHtml(shape(document, body?.schema))}</pre>
<h3>输出</h3><pre>${escapeHtml(shape(document, answer?.schema))}</pre>
${contract.errors.length > 0 ? `<h3>拒绝</h3><table>${errorRows(contract.errors)}</table>` : ''}</details>`
}

type Document = { paths: Record<string, { post: Described }>; components: { schemas: Record<string, unknown> } }

/** The schema itself where it is only pointed at; views it names in turn stay named. */
const shape = (document: Document, schema: unknown): string => {
  const ref = (schema as { $ref?: string } | undefined)?.$ref?.split('/').pop()
  return JSON.stringify(ref ? document.components.schemas[ref] : schema, null, 2)
}

const apiPageByHost = new Map<string, string>()

export const apiPage = (ctx: Context): void => {
  // Drawn once per address it is read at; a stranger's odd Host header is not remembered.
  const host = /^[\w.:-]{1,80}$/.test(ctx.host) ? ctx.host : 'localhost:3000'
  const page = apiPageByHost.get(host) ?? drawApiPage(host)
  if (apiPageByHost.size < 20) apiPageByHost.set(host, page)
  ctx.type = 'html'
  ctx.body = page
}

const drawApiPage = (host: string): string => {
  const document = openApi() as Document
  const names = Object.keys(document.paths).map((path) => path.slice('/api/'.length) as OperationName)
  const domains = [...new Set(names.map((name) => name.split('.')[0] ?? ''))]
  const sections = domains.map((domain) => {
    const own = names.filter((name) => name.startsWith(`${domain}.`))
    return `<h2>${DOMAIN_LABELS[domain] ?? ''} ${domain}</h2>${own.map((name) => describe(name, { document, described: document.paths[`/api/${name}`]!.post })).join('')}`
  })
  const common = (Object.keys(errors) as ErrorCode[]).filter((code) => code.startsWith('core.'))
  return pageShell({
    title: '乡里开放接口',
    body: `<h1>开放接口</h1><p>每个操作一个地址：<code>POST /api/&lt;操作名&gt;</code>，JSON 进 JSON 出。登录后带 <code>Authorization: Bearer &lt;token&gt;</code>。
会改变数据的操作请带 <code>Idempotency-Key</code>：同一个键重试多少次都只办一次。机器可读的说明：<a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。</p>
<h2>先登录</h2><pre>${escapeHtml(`# 演示账号见 http://${host}/api/identity.listDemoAccounts
curl -s ${host}/api/identity.loginDemo -d '{"username":"…"}'
curl -s ${host}/api/casework.countByColour -H 'authorization: Bearer <token>' -d '{}'`)}</pre>
${sections.join('')}<h2>各操作通用的拒绝</h2><table>${errorRows(common)}</table>`,
  })
}

/** While a client is still being built: says so and looks again by itself. */
export const buildingPage = (ctx: Context, message: string): void => {
  ctx.status = 503
  ctx.set('Retry-After', '3')
  ctx.type = 'html'
  ctx.body = pageShell({ title: '正在准备', body: `<h1>正在准备</h1><p>${escapeHtml(message)}</p>`, refreshSeconds: 3 })
}

/** Somebody came by a wrong address: said in words, with the way in. What no browser asks for is answered as it was. */
export const nowherePage = (ctx: Context): void => {
  if (!['GET', 'HEAD'].includes(ctx.method) || !ctx.get('accept').includes('text/html')) return
  ctx.status = 404
  ctx.type = 'html'
  ctx.body = pageShell({
    title: '没有这个页面',
    body: `<h1>没有这个页面</h1><p>网址可能抄错了，或者这一页已经不在了。什么都没有丢。</p><div class="cards">
${card('/', '回到首页', '从这里进村民端或管理端')}
</div>`,
  })
}

/** A village house under a roof, in the primary colour. */
export const favicon = (ctx: Context): void => {
  ctx.type = 'image/svg+xml'
  ctx.set('Cache-Control', 'public, max-age=86400')
  ctx.body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${light.primary}"/><path d="M6 16 16 7l10 9M9 14v11h14V14M13 25v-6h6v6" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round"/></svg>`
}
