import { light } from '@xiangli/shared/look/tokens'
import { escapeHtml } from './escape-html'

const css = (): string => {
  return `
:root{--primary:${light.primary};--ink:${light.ink};--second:${light.second};--ground:${light.ground};--card:${light.card};--line:${light.line};--tint:${light.primaryTint}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:960px;margin:0 auto;padding:48px 20px}
h1{font-size:32px;margin:0 0 4px}h2{font-size:20px;margin:32px 0 8px}
p{color:var(--second);margin:4px 0 20px}
a{color:var(--primary)}
.cards{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(240px,1fr))}
.card{display:block;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;text-decoration:none;color:inherit}
.card:hover,.card:focus-visible{border-color:var(--primary);outline:none}
.card b{font-size:18px;color:var(--primary);display:block}
.card span{color:var(--second);font-size:15px}
code{background:var(--tint);border-radius:4px;padding:1px 6px;font-size:14px}
details{background:var(--card);border:1px solid var(--line);border-radius:8px;margin:8px 0;padding:8px 16px}
summary{cursor:pointer;padding:4px 0}summary span{color:var(--second)}
table{border-collapse:collapse;width:100%;font-size:14px}td,th{border-bottom:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
pre{background:var(--ground);padding:12px;border-radius:8px;overflow:auto;font-size:13px}`
}

/** The few pages the server draws itself; no script, no outside address. */
export const pageShell = ({ title, body, refreshSeconds }: { title: string; body: string; refreshSeconds?: number }): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
${refreshSeconds ? `<meta http-equiv="refresh" content="${refreshSeconds}">` : ''}<link rel="icon" href="/favicon.ico"><title>${escapeHtml(title)}</title><style>${css()}</style></head><body><main>${body}</main></body></html>`
