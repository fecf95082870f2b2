import type { SettingsFull } from '@xiangli/shared/casework/contract/settings'
import type { CategorySetting, CaseSettings } from '@xiangli/shared/casework/settings/shape'

/** What was changed and not yet published, and the version it was changed from. */
export interface SettingsDraft {
  version: number
  settings: CaseSettings
}

/** Kept words that no longer make a draft are let go: the published version is there. */
export const readDraft = (words: string): SettingsDraft | null => {
  if (!words) return null
  try {
    const parsed = JSON.parse(words) as Partial<SettingsDraft>
    return typeof parsed.version === 'number' && Array.isArray(parsed.settings?.categories) ? (parsed as SettingsDraft) : null
  } catch {
    return null
  }
}

export const draftOf = ({ version, settings }: Pick<SettingsFull, 'version' | 'settings'>): SettingsDraft => ({ version, settings })

/** A field left empty is not there, rather than there and empty. */
export const withoutEmpty = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

export const withCategory = ({ version, settings }: SettingsDraft, at: number, change: { [K in keyof CategorySetting]?: CategorySetting[K] | undefined }): SettingsDraft => ({
  version,
  settings: { ...settings, categories: settings.categories.map((each, n) => (n === at ? (withoutEmpty({ ...each, ...change }) as CategorySetting) : each)) },
})

/** A code nobody has to think of: the first `kind` with a number that is free. */
const freeCode = (taken: ReadonlySet<string>, n: number): string => (taken.has(`kind${n}`) ? freeCode(taken, n + 1) : `kind${n}`)

export const withOneMore = ({ version, settings }: SettingsDraft): SettingsDraft => ({
  version,
  settings: { ...settings, categories: [...settings.categories, { code: freeCode(new Set(settings.categories.map(({ code }) => code)), settings.categories.length + 1), label: '', grade: 'normal' }] },
})

export const withoutCategory = ({ version, settings }: SettingsDraft, at: number): SettingsDraft => ({
  version,
  settings: { ...settings, categories: settings.categories.filter((_, n) => n !== at) },
})

/** One place up or down in the order people choose from. */
export const withMoved = ({ version, settings }: SettingsDraft, at: number, by: 1 | -1): SettingsDraft => {
  const categories = [...settings.categories]
  const [taken] = categories.splice(at, 1)
  if (taken) categories.splice(at + by, 0, taken)
  return { version, settings: { ...settings, categories } }
}

/** `limits.normal.acceptMinutes` set to a number, nothing else touched. */
export const withNumber = ({ version, settings }: SettingsDraft, field: string, value: number): SettingsDraft => {
  const set = (at: unknown, [key = '', ...rest]: string[]): unknown => ({ ...(at as object), [key]: rest.length > 0 ? set((at as Record<string, unknown>)[key], rest) : value })
  return { version, settings: set(settings, field.split('.')) as CaseSettings }
}
