import { join } from 'node:path'
import { maskName } from '@xiangli/shared/registry/rules'
import { createDiskStorage } from './adapters/storage/disk-storage'
import { createHttpHotline } from './adapters/hotline/http-hotline'
import { createWechat } from './adapters/wechat/wechat'
import type { Config } from './core/config'
import { loadKeys } from './core/crypto/keys'
import { createVault } from './core/crypto/vault'
import { closeDatabase, connectDatabase, database } from './core/database'
import { ensureIndexes } from './core/indexes'
import { withAmbient } from './core/context'
import { installModules, startModules } from './core/registry'
import { stopWatching } from './core/watch'
import { setServices } from './core/services'
import { modules } from './modules'
import { labelsOfCases } from './modules/casework'
import { namesOf } from './modules/identity'
import { setNameResolver, setTargetResolver } from './modules/journal'
import { labelsOfPersons } from './modules/registry'

/** What server, cron, seed and tests share: keys, database with its indexes, adapters, modules. */
export const startCore = async (config: Config): Promise<{ stop: () => Promise<void> }> => {
  const vault = createVault(loadKeys({ file: config.keysFile, demo: config.isDemo }))
  await connectDatabase({ uri: config.mongoUri, poolSize: config.poolSize })
  await refuseDemoData(config)
  setServices({
    config,
    vault,
    wechat: createWechat({ ...config.wechat, timeoutMs: 5_000 }),
    ...(config.hotline.baseUrl ? { hotline: createHttpHotline({ ...config.hotline, timeoutMs: 10_000 }) } : {}),
    storage: createDiskStorage(join(config.dataDir, 'files')),
  })
  installModules(modules)
  setNameResolver(namesOf, maskName)
  setTargetResolver({
    case: labelsOfCases,
    person: labelsOfPersons,
    account: async (_ctx, ids) => new Map([...(await namesOf(ids))].map(([id, name]) => [id, maskName(name)])),
  })
  await ensureIndexes()
  await withAmbient({ county: config.county }, startModules)
  return {
    stop: async () => {
      await stopWatching()
      await closeDatabase()
    },
  }
}

/** A database seeded for a demo holds accounts anyone can enter: it is refused in earnest. */
const refuseDemoData = async (config: Config): Promise<void> => {
  if (config.isDemo) return
  const seeded = await database().collection<{ _id: string }>('seeds').findOne({ _id: 'demo' })
  if (!seeded) return
  await closeDatabase()
  throw new Error('this database holds demo data (anyone can sign in); use an empty database, or DEMO=1')
}
