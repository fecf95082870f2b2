import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db, Document } from 'mongodb'
import { database, databaseClient } from '../core/database'
import { services } from '../core/services'
import { importCounty, reloadRegions } from '../modules/region'
import { demoCounty } from '../seed/demo-county'

const COLLECTIONS = ['divisions', 'org_units']
const SOURCES = ['server/src/seed/region', 'server/src/seed/data', 'server/src/seed/organisation', 'server/src/modules/region']

/** Named by what makes the county, so that a changed seed is never answered by an older one. */
const templateName = (): string => {
  const hash = createHash('sha256')
  for (const folder of SOURCES.map((source) => join(services().config.root, source))) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) hash.update(readFileSync(join(folder, entry.name)))
    }
  }
  return `county_${hash.digest('hex').slice(0, 16)}`
}

const copy = async (from: Db, to: Db): Promise<void> => {
  for (const name of COLLECTIONS) {
    const docs = await from.collection<Document>(name).find().toArray()
    await to.collection<Document>(name).insertMany(docs, { ordered: false }).catch(ignoreDuplicates)
  }
}

const DUPLICATE_KEY = 11000
const ignoreDuplicates = (error: { code?: number }): void => {
  if (error.code !== DUPLICATE_KEY) throw error
}

/** The demo county in this test's database: built by the first test of a run, copied by the others. */
export const importTestCounty = async (): Promise<void> => {
  const template = databaseClient().db(templateName())
  const isReady = await template.collection('ready').findOne({})
  if (isReady) {
    await copy(template, database())
    return reloadRegions()
  }
  await importCounty(demoCounty())
  await copy(database(), template)
  await template.collection('ready').insertOne({ at: new Date() })
}
