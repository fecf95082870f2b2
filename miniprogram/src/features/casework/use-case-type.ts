import { useMemo } from 'react'
import type { CaseType } from '@xiangli/shared/casework/case-type'
import { typeAs } from '@xiangli/shared/casework/settings/as-type'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { useQuery } from '@/hooks/use-query'

/** Questions and limits as the county has them, or had them in a version; offline, what was seen last or the program brings. */
export function useCaseType(version?: number, isOff = false): CaseType {
  const { data } = useQuery('casework.getSettings', version === undefined ? {} : { version }, { isOff })
  return useMemo(() => (data ? typeAs(complaint, data) : complaint), [data])
}
