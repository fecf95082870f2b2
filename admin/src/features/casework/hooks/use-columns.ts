import { useKept } from '../../../services/kept'
import { useMe } from '../../../services/me'
import { caseColumns } from '../components/case-columns'

const TITLE_WIDTH = 260
const usual = caseColumns.filter((column) => !column.isOptional).map((column) => column.key)

export type Columns = ReturnType<typeof useColumns>

/** Which columns this person wants; the first two always stay. */
export function useColumns() {
  const me = useMe()
  const [keys, keep] = useKept<string[]>(`xl.columns.${me.id}`, usual)
  const shown = caseColumns.filter((column) => column.isFixed || keys.includes(column.key))
  return {
    shown,
    minWidth: shown.reduce((sum, column) => sum + (column.width ?? TITLE_WIDTH), 0),
    has: (key: string) => shown.some((column) => column.key === key),
    toggle: (key: string) => keep(keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key]),
    reset: () => keep(usual),
  }
}
