import { readPage } from '../../../core/cursor'
import { settingsOf } from '@xiangli/shared/casework/settings/as-type'
import type { SettingsVersion } from '@xiangli/shared/casework/contract/settings'
import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { namesOf } from '../../identity'
import { typeAt, typeNamed } from '../types'
import { changedSettings, departmentKeys, TYPE } from './changed'
import { needSettings, Settings, type SettingsDoc } from './settings.model'

/** For whoever fills in a form, signed in or not: as it is in force, from memory. */
export const getSettings = defineQuery('casework.getSettings', async (_ctx, { version }) => {
  const type = version === undefined ? typeNamed(TYPE) : typeAt(TYPE, version)
  return { version: type.version, settings: settingsOf(type) }
})

/** From the database and not from memory: who published through another process sees it at once. */
export const readSettings = defineQuery('casework.readSettings', async (ctx, { version }) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  const { settings, ...doc } = await needSettings(TYPE, version)
  return { version: doc.version, inForce: typeNamed(TYPE).version, effectiveFrom: doc.effectiveFrom.toISOString(), settings, departments: departmentKeys() }
})

const presentVersion = ({ version, at, by, reason, effectiveFrom, differences }: Omit<SettingsDoc, 'settings'>, names: ReadonlyMap<string, string>): SettingsVersion => ({
  version,
  at: at.toISOString(),
  byName: by === undefined ? '系统自带' : (names.get(by) ?? ''),
  reason,
  effectiveFrom: effectiveFrom.toISOString(),
  isInForce: typeNamed(TYPE).version === version,
  differences,
})

export const listSettings = defineQuery('casework.listSettings', async (ctx, { limit, cursor }) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  const sort = { by: 'version', direction: -1 as const }
  const { docs, next } = await readPage(Settings, { filter: { type: TYPE }, sort, limit, cursor, projection: { settings: 0 }, index: 'settings_newest' })
  const names = await namesOf(docs.flatMap(({ by }) => by ?? []))
  return { items: docs.map((doc) => presentVersion(doc, names)), ...(next ? { next } : {}) }
})

export const checkSettings = defineQuery('casework.checkSettings', async (ctx, draft) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  const { wrong, differences } = await changedSettings(draft)
  return { wrong, differences }
})
