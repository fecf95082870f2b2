import { useQuery } from '../../../services/use-query'
import { useRegionFilter } from '../../region/hooks/use-place'

/** What my unit owes here, and how much of it late; null when it owes nothing. */
export function useOwed(): { words: string; late: number } | null {
  const { data } = useQuery('casework.countSupervisions', useRegionFilter(), { isKept: true })
  if (!data || data.owed.count === 0) return null
  return { words: `${data.owed.count}${data.owed.more ? '+' : ''}`, late: data.late.count }
}

/** Beside the menu's word; nothing when nothing is owed. */
export function OwedCount() {
  const owed = useOwed()
  if (!owed) return null
  const { words, late } = owed
  return <span className={late > 0 ? 'side-count late' : 'side-count'} title={`本单位欠着 ${words} 件${late > 0 ? `，其中 ${late} 件已过时限` : ''}`}>{words}<span className="unseen"> 件{late > 0 ? `，${late} 件已过时限` : ''}</span></span>
}
