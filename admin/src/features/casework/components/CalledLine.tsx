import { Link } from 'react-router'
import { NoticeLine } from '../../../components/NoticeLine'
import { casesPath } from '../case-filter'
import { useCalled } from '../hooks/use-called'

/** 吹哨请我们去的: handled by others, so in no queue of one's own; said first, because somebody waits there. */
export function CalledLine() {
  const { count, hasMore, awaited } = useCalled()
  if (count === 0) return null
  return (
    <div className="bench-called">
      <NoticeLine icon="people" tone={awaited > 0 ? 'soon' : 'plain'}>
        别的单位请我们一起办 <b>{count}{hasMore ? '+' : ''}</b> 件{awaited > 0 ? <>，<b>{awaited}</b> 件等我们报到</> : '，办完请报结果'}。
        <Link to={casesPath({ queue: 'called' })}>打开“请我们去的”</Link>
      </NoticeLine>
    </div>
  )
}
