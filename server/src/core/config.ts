import { join, resolve } from 'node:path'

/** Everything the environment decides, read once. */
export interface Config {
  port: number
  host: string
  mongoUri: string
  dataDir: string
  root: string
  keysFile: string
  isDemo: boolean
  /** Outside production every answer is checked against its contract and every refusal against its list. */
  isStrict: boolean
  county: string
  simulatorsPort: number | undefined
  wechat: { baseUrl: string; appId: string; appSecret: string }
  /** The platform of 12345; without an address none is asked. */
  hotline: { baseUrl: string; token: string }
  poolSize: number
  /** Requests a minute per account before 429. */
  ratePerMinute: number
  /** How many times the usual budget of writes an account has: 1, but where one account plays a crowd. */
  writeFactor: number
}

const number = (value: string | undefined, fallback: number): number => (value ? Number(value) : fallback)

export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const root = resolve(env.XIANGLI_ROOT ?? process.cwd())
  const dataDir = resolve(root, env.DATA_DIR ?? '.data')
  return {
    root,
    dataDir,
    port: number(env.PORT, 3000),
    host: env.HOST ?? '0.0.0.0',
    mongoUri: env.MONGODB_URI ?? 'mongodb://127.0.0.1:27017/xiangli?replicaSet=rs0',
    keysFile: env.KEYS_FILE ?? join(dataDir, 'keys.json'),
    isDemo: env.DEMO === '1',
    isStrict: env.NODE_ENV !== 'production',
    county: env.COUNTY ?? '620821',
    simulatorsPort: env.SIMULATORS_PORT ? Number(env.SIMULATORS_PORT) : undefined,
    wechat: {
      baseUrl: env.WECHAT_API_BASE ?? 'https://api.weixin.qq.com',
      appId: env.WECHAT_APP_ID ?? '',
      appSecret: env.WECHAT_APP_SECRET ?? '',
    },
    hotline: { baseUrl: env.HOTLINE_API_BASE ?? '', token: env.HOTLINE_TOKEN ?? '' },
    poolSize: number(env.MONGO_POOL, 50),
    ratePerMinute: number(env.RATE_PER_MINUTE, 600),
    writeFactor: number(env.WRITE_FACTOR, 1),
  }
}
