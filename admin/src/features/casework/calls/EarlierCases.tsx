import { normalPhone } from '@xiangli/shared/casework/channels'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { FailureLine } from '../../../components/FailureLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { StateTag } from '../../../components/StateTag'
import { shortTime } from '../../../components/time-words'
import { useCommand } from '../../../services/use-command'

type Found = OutputOf<'casework.findCaller'>

/** Long enough that a landline is not looked up by its first digits. */
const PAUSE = 450

/** Asks once a whole number stands there; each look is on record, so none is asked twice. */
function useFound(phone: string) {
  const look = useCommand('casework.findCaller')
  // Made anew on every render, the same all the same: the number alone decides when to ask.
  const run = useRef(look.run)
  run.current = look.run
  const known = useRef(new Map<string, Found>())
  const [shown, setShown] = useState<{ phone: string; found: Found } | null>(null)
  const number = normalPhone(phone)
  useEffect(() => {
    if (!number) return setShown(null)
    const seen = known.current.get(number)
    if (seen) return setShown({ phone: number, found: seen })
    const timer = setTimeout(async () => {
      const found = await run.current({ phone: number })
      if (!found) return
      known.current.set(number, found)
      setShown({ phone: number, found })
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [number])
  return { number, found: shown?.phone === number ? shown?.found : undefined, isBusy: look.isBusy, failure: look.failure }
}

/** What this number asked before, while somebody is still speaking. */
export function EarlierCases({ phone }: { phone: string }) {
  const { number, found, isBusy, failure } = useFound(phone)
  return (
    <section className="card col earlier" aria-label="这个号码以前反映的事" aria-live="polite">
      <header className="card-head">
        <h2>这个号码以前反映的事</h2>
        {found?.caller && <span className="small second">{[found.caller.name, found.caller.villageName].filter(Boolean).join('，')}</span>}
      </header>
      {!number && <EmptyPanel icon="phone" title="先填号码" hint="号码填完整，您管的地方里它以前反映过的事就会出现在这里。查号会记入日志。" />}
      {number && isBusy && <RowsSkeleton rows={3} height={52} />}
      {number && failure && <div className="card-body"><FailureLine failure={failure} /></div>}
      {number && found && found.cases.length === 0 && <EmptyPanel icon="check" title="第一次来" hint="您管的地方里没有这个号码反映过的事。" />}
      {found && found.cases.length > 0 && <EarlierList cases={found.cases} />}
    </section>
  )
}

function EarlierList({ cases }: { cases: Found['cases'] }) {
  return (
    <ul className="earlier-list">
      {cases.map((each) => (
        <li key={each.id}>
          <Link to={`/cases/${each.id}`} target="_blank" rel="noreferrer">
            <span className="row"><b className="clip fill">{each.title}</b>{each.colour !== 'none' && <DeadlineTag of={each} colour={each.colour} isShort />}<StateTag state={each.state} /></span>
            <span className="tiny second">{[each.serial, each.villageName, shortTime(each.receivedAt)].filter(Boolean).join('　')}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
