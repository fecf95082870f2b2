import { useQuery } from '../../../services/use-query'

const MINUTE = 60_000

/** What waits to be looked at, beside the menu's word; nothing when nothing does. */
export function TriageCount() {
  const { data } = useQuery('casework.countTriage', {}, { isKept: true, every: MINUTE })
  if (!data || data.waiting.count === 0) return null
  const words = `${data.waiting.count}${data.waiting.more ? '+' : ''}`
  const late = data.red.count
  return <span className={late > 0 ? 'side-count late' : 'side-count'} title={`待核实 ${words} 件${late > 0 ? `，其中 ${late} 件已过核实时限` : ''}`}>{words}<span className="unseen"> 件{late > 0 ? `，${late} 件已过时限` : ''}</span></span>
}
