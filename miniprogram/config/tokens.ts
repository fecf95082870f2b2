import path from 'node:path'
import { buildSync } from 'esbuild'

export const tokensFile = path.resolve(__dirname, '../../shared/src/look/tokens.ts')

type Tokens = typeof import('../../shared/src/look/tokens')

/** Taro's own loader compiles only this folder, so the shared file is read through esbuild. */
function readTokens(): Tokens {
  const built = buildSync({ entryPoints: [tokensFile], bundle: true, format: 'cjs', write: false })
  const module = { exports: {} as Tokens }
  new Function('module', 'exports', built.outputFiles[0]!.text)(module, module.exports)
  return module.exports
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function sassMap(name: string, values: Record<string, string | number>, unit = '') {
  const rows = Object.entries(values).map(([key, value]) => `'${kebab(key)}': ${value}${unit}`)
  return `$${name}: (${rows.join(', ')});`
}

/** Sass maps of the shared tokens, put before every style sheet; they print nothing by themselves. */
export function tokensAsSass() {
  const { light, dark, phone, fonts, lineHeight, motionMs } = readTokens()
  return [
    sassMap('light', light),
    sassMap('dark', dark),
    sassMap('type', phone.type, 'px'),
    sassMap('elder-type', phone.elderType, 'px'),
    sassMap('space', phone.space, 'px'),
    sassMap('radius', phone.radius, 'px'),
    sassMap('target', phone.target, 'px'),
    `$font: ${fonts.phone}; $line-height: ${lineHeight}; $motion: ${motionMs}ms;`,
  ].join('\n')
}
