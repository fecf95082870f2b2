import { useQuery } from '../../../services/use-query'
import { useRegionFilter } from '../../region/hooks/use-place'

/** What my unit owes, beside the menu's word; nothing when it owes nothing. */
export function OwedCount() {
  const { data } = useQuery('casework.countSupervisions', useRegionFilter(), { isKept: true })
  if (!data || data.owed.count === 0) return null
  const words = `${data.owed.count}${data.owed.more ? '+' : ''}`
  const late = data.late.count
  return <span className={late > 0 ? 'side-count late' : 'side-count'} title={`本单位欠着 ${words} 件${late > 0 ? `，其中 ${late} 件已过时限` : ''}`}>{words}<span className="unseen"> 件{late > 0 ? `，${late} 件已过时限` : ''}</span></span>
}
