import { settingsOf } from '@xiangli/shared/casework/settings/as-type'
import type { Difference } from '@xiangli/shared/casework/settings/difference'
import type { CaseSettings } from '@xiangli/shared/casework/settings/shape'
import { collection, type Stored } from '../../../core/collection'
import { codedType } from '../types'

/** One version of what a county says of a kind of case; only ever added, never changed. */
export interface SettingsDoc extends Stored {
  type: string
  version: number
  at: Date
  /** An account; absent where the program brought it. */
  by?: string
  reason: string
  effectiveFrom: Date
  settings: CaseSettings
  /** Against the version before. */
  differences: Difference[]
}

export const Settings = collection<SettingsDoc>({
  name: 'case_settings',
  indexes: [
    // Two who publish at once: the second meets this index, or a conflict and then the version it no longer expects.
    { name: 'settings_version', key: { county: 1, type: 1, version: 1 }, unique: true },
    { name: 'settings_newest', key: { county: 1, type: 1, version: -1, _id: -1 } },
  ],
  duplicate: { settings_version: 'casework.settingsStale' },
})

/** A version holds some ten kilobytes, and every one a case may live under lies in memory. */
export const MOST_VERSIONS = 500

export const newestSettings = async (type: string): Promise<SettingsDoc | undefined> =>
  (await Settings.list({ type }, { sort: { version: -1, _id: -1 }, limit: 1, hint: 'settings_newest' }))[0]

/** A version from before a number was a county's to set has the code's. */
const whole = (doc: SettingsDoc): SettingsDoc => {
  const coded = codedType(doc.type)
  return coded ? { ...doc, settings: { ...settingsOf(coded), ...doc.settings } } : doc
}

/** Every county has a first version from the moment a process starts for it. */
export const needSettings = async (type: string, version?: number): Promise<SettingsDoc> => {
  if (version !== undefined) return whole(await Settings.need({ type, version }))
  const newest = await newestSettings(type)
  if (!newest) throw new Error(`the county has no settings of ${type}`)
  return whole(newest)
}

/** How far a version has been taken to running cases; one row for a kind of case. */
export interface ApplyingDoc extends Stored {
  /** Null while a pass only paints yellow anew. */
  version: number | null
  byId: string
  at: Date
  /** What yellow goes by, as this pass leaves it. */
  warning: string
  /** Where the next run goes on; null at the beginning. */
  place: string | null
  looked: number
  moved: number
  limits: number
  finishedAt: Date | null
}

export const Applyings = collection<ApplyingDoc>({ name: 'settings_applyings', indexes: [] })

export const applyingId = (county: string, type: string): string => `${county}:${type}`
