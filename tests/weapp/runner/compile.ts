import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { Bundle } from '../host/bundle'

const filesOf = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesOf(path) : [path]
  })

/** glass-easel reads `bind:tap`, Taro writes `bindtap`. */
const withColons = (wxml: string): string => wxml.replace(/(\s)(bind|catch|capture-bind|capture-catch)(?!:)([a-z]+)=/g, '$1$2:$3=')

interface Sources {
  [path: string]: string
}

function compileTemplates(wxml: Sources, wxs: Sources): string {
  const group = new TmplGroup()
  for (const [path, text] of Object.entries(wxs)) group.addScript(path, text)
  for (const [path, text] of Object.entries(wxml)) {
    const faults = group.addTmpl(path, withColons(text)) as { isError?: boolean; message: string }[]
    const [fault] = faults.filter(({ isError }) => isError)
    if (fault) throw new Error(`${path}.wxml: ${fault.message}`)
  }
  return `return ${group.getTmplGenObjectGroups()}`
}

/** Reads a WeChat production build as it stands; templates go through WeChat's own compiler. */
export function compileWeapp(dist: string): Bundle {
  const files = filesOf(dist)
  const withEnd = (end: string): Sources => Object.fromEntries(
    files.filter((path) => path.endsWith(end)).map((path) => [relative(dist, path).replaceAll('\\', '/').slice(0, -end.length), readFileSync(path, 'utf8')]),
  )
  const configs = Object.entries(withEnd('.json')).map(([path, text]) => [path, JSON.parse(text)] as const)
  return { templates: compileTemplates(withEnd('.wxml'), withEnd('.wxs')), scripts: withEnd('.js'), styles: withEnd('.wxss'), configs: Object.fromEntries(configs) }
}
