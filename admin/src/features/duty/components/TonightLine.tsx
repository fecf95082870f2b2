import { Link } from 'react-router'
import { Icon } from '../../../components/Icon'
import { useNow } from '../../../services/clock'
import { useQuery } from '../../../services/use-query'
import { instantIn, timesWords } from '../days'
import { PhoneOf } from './OnDutyPanel'
import { dayOf } from '@xiangli/shared/core/time'
import '../duty.css'

const EVENING = '20:00'

/** 今晚谁值班: of my own units, as this evening will be; after it has begun, as it is now. */
export function TonightLine() {
  const now = useNow()
  const evening = instantIn(`${dayOf(new Date(now))}T${EVENING}`)
  const isEvening = now >= Date.parse(evening)
  const { data } = useQuery('duty.whoIsOnDuty', isEvening ? {} : { at: evening }, { isKept: true, freshFor: 60_000 })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="card tonight" aria-label="今晚谁值班">
      <b className="row"><Icon name="moon" />今晚谁值班</b>
      {items.slice(0, 3).map(({ unitId, unitName, shift, earlier }) => (
        <span key={unitId} className="row">
          <span className="second">{unitName}</span>
          {shift ? <><b>{shift.main.name}</b><PhoneOf person={shift.main} /><span className="second">{timesWords(shift.from, shift.to)}</span></> : <span>还没排人</span>}
          {shift?.backup && <span className="second">备班 {shift.backup.name}</span>}
          {isEvening && earlier && <Link to={`/handover?unit=${unitId}`}>上一班还没交接</Link>}
        </span>
      ))}
      <Link className="end" to="/duty">值班表</Link>
    </section>
  )
}
