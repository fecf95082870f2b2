import { useQuery } from '../../../services/use-query'

const MINUTE = 60_000
/** As many as one look brings; more is said as more. */
const MOST = 50

/** Answers that wait for my signature, beside the menu's word; nothing when none does. */
export function SigningCount() {
  const { data } = useQuery('casework.listCases', { queue: 'signing', sort: 'newest', limit: MOST }, { isKept: true, every: MINUTE })
  const count = data?.items.filter(({ can }) => can.includes('signAnswer')).length ?? 0
  if (count === 0) return null
  const words = `${count}${data?.next ? '+' : ''}`
  return <span className="side-count" title={`等您签字 ${words} 件`}>{words}<span className="unseen"> 件</span></span>
}
