import { wrongIn, type Wrong } from '@xiangli/shared/casework/settings/check'
import { differencesOf, type Difference } from '@xiangli/shared/casework/settings/difference'
import type { CaseSettings } from '@xiangli/shared/casework/settings/shape'
import { fail } from '../../../core/fail'
import { departments, departmentUnit } from '../../region'
import { needSettings } from './settings.model'

/** The only kind of case a county sets today. */
export const TYPE = 'complaint'

export const departmentName = (key: string): string | undefined => departmentUnit(key)?.name
export const departmentKeys = (): { key: string; name: string }[] =>
  departments().flatMap(({ department, name }) => (department ? [{ key: department, name }] : []))

interface Changed {
  version: number
  wrong: Wrong[]
  differences: Difference[]
}

/** A draft against the newest version, if that is still what was looked at. */
export const changedSettings = async ({ version, settings }: { version: number; settings: CaseSettings }): Promise<Changed> => {
  const newest = await needSettings(TYPE)
  if (newest.version !== version) return fail('casework.settingsStale', { field: 'version', details: { version: newest.version } })
  const known = new Set(departmentKeys().map(({ key }) => key))
  return {
    version: version + 1,
    wrong: wrongIn(settings, { before: newest.settings, departments: known }),
    differences: differencesOf(newest.settings, settings, departmentName),
  }
}

/** The same, refused where anything is wrong with it. */
export const soundSettings = async (draft: { version: number; settings: CaseSettings }): Promise<Changed> => {
  const changed = await changedSettings(draft)
  const [first] = changed.wrong
  return first ? fail('casework.settingsWrong', { field: `settings.${first.field}`, message: first.message, details: { wrong: changed.wrong } }) : changed
}
