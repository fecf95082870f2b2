import { findChromium } from './find-chromium.mjs'
import { keepForTeardown, startTestMongo } from './jest-mongo.mjs'

export default async () => {
  const browser = findChromium()
  if (browser) process.env.CHROMIUM_PATH = browser
  process.env.LOG_LEVEL ??= 'silent'
  if (process.env.TEST_MONGODB_URI) return
  const mongo = await startTestMongo()
  process.env.TEST_MONGODB_URI = mongo.uri
  keepForTeardown(mongo.stop)
}
