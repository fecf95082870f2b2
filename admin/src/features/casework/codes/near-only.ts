const HERE = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/
const NEAR = /^(.*\.local|10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}|169\.254(\.\d{1,3}){2}|\[f[cde][\da-f]{2}:.*\])$/i

/** Who alone can open what a code printed at this address says; empty where every phone can. */
export function onlyOpenedBy(hostname: string): string {
  if (HERE.test(hostname)) return '只有这台电脑打得开'
  return NEAR.test(hostname) ? '只有和这台电脑连着同一个网的手机打得开' : ''
}
