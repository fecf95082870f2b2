import type { SettingsFull } from '@xiangli/shared/casework/contract/settings'
import { wrongIn } from '@xiangli/shared/casework/settings/check'
import { differencesOf } from '@xiangli/shared/casework/settings/difference'
import { useMemo } from 'react'
import { useDraft } from '../../services/use-draft'
import { draftOf, readDraft, type SettingsDraft } from './settings-draft'

/** The draft beside the newest version: what differs, what is wrong, judged as the server judges. */
export function useSettingsDraft(newest: SettingsFull, mayKeep: boolean) {
  const [words, write] = useDraft('settings')
  const kept = useMemo(() => (mayKeep ? readDraft(words) : null), [words, mayKeep])
  const draft = kept ?? draftOf(newest)
  const judged = useMemo(() => {
    const names = new Map(newest.departments.map(({ key, name }) => [key, name]))
    return {
      wrong: wrongIn(draft.settings, { before: newest.settings, departments: new Set(names.keys()) }),
      differences: differencesOf(newest.settings, draft.settings, (key) => names.get(key)),
    }
  }, [draft, newest])
  const change = (next: SettingsDraft) => write(JSON.stringify(next))
  return {
    ...judged,
    draft,
    isStale: kept !== null && kept.version !== newest.version,
    change,
    /** On with the same words against the version that has come meanwhile. */
    takeOver: () => change({ ...draft, version: newest.version }),
    clear: () => write(''),
    wrongAt: (field: string): string | undefined => judged.wrong.find((each) => each.field === field)?.message,
    isWrongUnder: (field: string): boolean => judged.wrong.some((each) => each.field.startsWith(`${field}.`)),
  }
}

export type EditedSettings = ReturnType<typeof useSettingsDraft>
