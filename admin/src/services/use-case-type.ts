import { openCategories, type CaseType } from '@xiangli/shared/casework/case-type'
import { typeAs } from '@xiangli/shared/casework/settings/as-type'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { useMemo } from 'react'
import { useQuery } from './use-query'

const FRESH = 300_000

/** Categories, questions and limits as the county has them, or had them in a version; until they are here, what the program brings. */
export function useCaseType(version?: number): CaseType {
  const { data } = useQuery('casework.getSettings', version === undefined ? {} : { version }, { freshFor: FRESH })
  return useMemo(() => (data ? typeAs(complaint, data) : complaint), [data])
}

/** Every category for a list's filter; what is no longer used says so. */
export const categoryOptions = ({ categories }: CaseType) => categories.map(({ code, label, isRetired }) => ({ value: code, label: isRetired ? `${label}（停用）` : label }))

/** What may be chosen now; and the one that is chosen already, though nobody may any more. */
export const openCategoryOptions = (type: CaseType, chosen?: string) => {
  const open = new Set(openCategories(type).map(({ code }) => code))
  return categoryOptions(type).filter(({ value }) => open.has(value) || value === chosen)
}
