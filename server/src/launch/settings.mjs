import { join, resolve } from 'node:path'
import { ROOT } from './install.mjs'
import { withDatabase } from './mongo.mjs'

/**
 * @typedef {object} Settings
 * @property {string} root
 * @property {string} dataDir
 * @property {string} logDir
 * @property {number} port
 * @property {boolean} isDemo
 * @property {boolean} isWatching
 * @property {boolean} buildsClients
 * @property {boolean} seeds
 * @property {string | undefined} mongoUri of a database started by someone else
 */

/** @param {string[]} args @returns {Settings} */
export const readSettings = (args) => {
  const env = process.env
  const dataDir = resolve(ROOT, env.DATA_DIR || '.data')
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT=${env.PORT} 不是端口号。PORT=${env.PORT} is not a port.`)
  return {
    root: ROOT, dataDir, port,
    logDir: join(dataDir, 'logs'),
    isDemo: env.DEMO !== '0',
    isWatching: args.includes('--watch'),
    buildsClients: env.XIANGLI_BUILD_CLIENTS !== '0',
    seeds: env.XIANGLI_SEED !== '0',
    mongoUri: env.MONGODB_URI || undefined,
  }
}

/** @param {string} uri a URI that names a database keeps it */
const withDefaultDatabase = (uri) => (/^mongodb(\+srv)?:\/\/[^/]+\/[^?]/.test(uri) ? uri : withDatabase(uri, 'xiangli'))

/**
 * What server, cron, seed and simulators are told. A value in the launcher's own environment wins.
 * @param {Settings} settings @param {{ mongoUri: string, simulatorsPort: number }} started @returns {Record<string, string>}
 */
export const environmentFor = (settings, { mongoUri, simulatorsPort }) => {
  const env = process.env
  const demo = {
    SIMULATORS_PORT: String(simulatorsPort),
    WECHAT_API_BASE: env.WECHAT_API_BASE ?? `http://127.0.0.1:${simulatorsPort}/wechat`,
    HOTLINE_API_BASE: env.HOTLINE_API_BASE ?? `http://127.0.0.1:${simulatorsPort}/hotline`,
    HOTLINE_TOKEN: env.HOTLINE_TOKEN ?? 'demo-token-of-the-local-simulator',
    WECHAT_APP_ID: env.WECHAT_APP_ID ?? 'wx00000000000demo0',
    WECHAT_APP_SECRET: env.WECHAT_APP_SECRET ?? 'demo-secret-of-the-local-simulator',
    WECHAT_PEOPLE_FILE: env.WECHAT_PEOPLE_FILE ?? join(settings.dataDir, 'wechat-people.json'),
  }
  return {
    // Outside production every answer is checked against its contract, which costs; watching is for developers.
    NODE_ENV: env.NODE_ENV ?? (process.argv.includes('--watch') ? 'development' : 'production'),
    XIANGLI_ROOT: settings.root,
    DATA_DIR: settings.dataDir,
    PORT: String(settings.port),
    MONGODB_URI: withDefaultDatabase(mongoUri),
    KEYS_FILE: env.KEYS_FILE ?? join(settings.dataDir, 'keys.json'),
    DEMO: settings.isDemo ? '1' : '0',
    ...(settings.isDemo ? demo : {}),
  }
}
