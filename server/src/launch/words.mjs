// What the terminal shows.
import { join, relative } from 'node:path'
import { CLIENT_NAMES, LABELS } from './clients.mjs'
import { readJson } from './json-file.mjs'

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {(line: string) => void} Say */

const SHOWN_ACCOUNTS = 8
const NOTES = { ready: '', building: ' （正在构建，好了会说）', failed: ' （没有构建）' }

/** @param {Settings} settings @param {Say} say */
export const greet = ({ root, dataDir, isDemo }, say) =>
  say(`乡里 · 数据目录 ${dataDir.startsWith(root) ? relative(root, dataDir) : dataDir}${isDemo ? ' · 演示' : ''}`)

/** @param {Settings} settings @param {{ board: import('./clients.mjs').BuildBoard, say: Say }} tools */
export const announce = ({ port, dataDir }, { board, say }) => {
  const at = `http://localhost:${port}`
  const paths = { admin: '/admin/', h5: '/m/' }
  say('')
  say(`  首页          ${at}/`)
  for (const name of CLIENT_NAMES) say(`  ${LABELS[name].padEnd(6, '　')}  ${at}${paths[name]}${NOTES[board.stateOf(name)]}`)
  say(`  接口文档      ${at}/api/`)
  const accounts = readJson(join(dataDir, 'demo-accounts.json'), /** @type {{ label?: string, username: string }[]} */ ([]))
  if (accounts.length > 0) say('\n  演示账号（登录页点一下即可进入）')
  for (const { label, username } of accounts.slice(0, SHOWN_ACCOUNTS)) say(`    ${username.padEnd(20)} ${label ?? ''}`)
  if (accounts.length > SHOWN_ACCOUNTS) say(`    其余 ${accounts.length - SHOWN_ACCOUNTS} 个在登录页`)
  say('\n  Ctrl-C 停止\n')
}
