import { useMe } from '../../../services/me'
import { useQuery } from '../../../services/use-query'

const MINUTE = 60_000
/** As many as one look brings; more is said as more. */
const MOST = 50

/** What my units are called to help with and have not reported on; how many of these still wait for somebody to come. */
export function useCalled() {
  const isOff = !useMe().operations.includes('casework.arrive')
  const { data } = useQuery('casework.listCases', { queue: 'called', sort: 'newest', limit: MOST }, { isKept: true, every: MINUTE, isOff })
  const rows = data?.items ?? []
  return {
    count: rows.length,
    hasMore: Boolean(data?.next),
    awaited: rows.filter(({ can }) => can.includes('arrive')).length,
  }
}
