import { mkdir } from 'node:fs/promises'
import { readConfig, type Config } from '../core/config'
import { withAmbient } from '../core/context'
import { watchParent } from '../launch/parent-watch'
import { startCore } from '../start'
import { clearUnfinished, lookAt, setMarker, type Found } from './marker'
import { createSay } from './say'
import { readScale, scales, type Scale } from './scale'
import { seedCounty } from './seed-county'
import { seedDemo } from './seed-demo'

const say = createSay()

/** Why nothing is seeded now: a plain answer, and whether the one who asked must hear of it as a failure. */
const whyNotSeed = (config: Config, found: Found): string | null => {
  if (!config.isDemo) return '这里是正式环境（DEMO 不为 1），不写演示数据。Not a demo: nothing is seeded.'
  if (found.is === 'seeded') return `数据库里已有 ${found.scale} 规模的数据，没有改动。Already seeded.`
  if (found.is === 'used') return '数据库不是空的，没有改动；换一个 DATA_DIR 或 MONGODB_URI 再来。The database is not empty.'
  return null
}

const seed = async (config: Config, scale: Scale): Promise<void> => {
  const core = await startCore(config)
  try {
    await setMarker(config.mongoUri, { scale, state: 'begun', at: new Date() })
    const run = scale === 'county' ? seedCounty : seedDemo
    await withAmbient({ county: config.county }, () => run({ now: new Date(), dataDir: config.dataDir, say }))
    await setMarker(config.mongoUri, { scale, state: 'done', at: new Date() })
    say('写好了')
  } finally {
    await core.stop()
  }
}

const main = async (): Promise<number> => {
  const asked = readScale(process.argv.slice(2))
  if (!asked) {
    console.error(`用法 usage: npm run seed -- --scale ${scales.join('|')}`)
    return 2
  }
  // A few people of the stories do in seconds what took them months.
  const config = { ...readConfig(), writeFactor: 1_000 }
  const found = await lookAt(config.mongoUri)
  const reason = whyNotSeed(config, found)
  if (reason) {
    if (asked.isAsked) console.error(reason)
    const isThere = found.is === 'seeded' && found.scale === asked.scale
    return asked.isAsked && !isThere ? 1 : 0
  }
  if (found.is === 'unfinished') {
    say('上次没有写完，从头再来')
    await clearUnfinished(config.mongoUri)
  }
  await mkdir(config.dataDir, { recursive: true })
  await seed(config, asked.scale)
  return 0
}

watchParent(() => process.exit(1))
process.exit(await main())
