import { colourLabels, stateLabels } from '@xiangli/shared/casework/labels'
import type { Colour } from '@xiangli/shared/casework/states'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { CountLink } from '../../../components/CountLink'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { Icon } from '../../../components/Icon'
import { Bones } from '../../../components/PageSkeleton'
import { useQuery } from '../../../services/use-query'
import { useRegionFilter } from '../../region/hooks/use-place'
import { casesPath } from '../case-filter'

type Counts = OutputOf<'casework.countByColour'>
type Bounded = { count: number; more: boolean }

const colours: Colour[] = ['red', 'yellow', 'green']

/** Numbers first, and each opens the list it counts. */
export function CountBoard() {
  const region = useRegionFilter()
  const all = useQuery('casework.countByColour', region, { isKept: true })
  const mine = useQuery('casework.countByColour', { ...region, mine: true }, { isKept: true })
  if (all.error && !all.data) {
    return <p className="card counts-missing small second">件数暂时数不出来，列表照常能用。</p>
  }
  return (
    <section className="card counts" aria-label="件数">
      {colours.map((colour) => (
        <Count
          key={colour} name={<DeadlineTag colour={colour} isPlain isShort />} label={colourLabels[colour]} count={all.data?.colours[colour]}
          to={casesPath({ colour })} mine={mine.data?.colours[colour]} mineTo={casesPath({ colour, mine: true })}
        />
      ))}
      <Count
        name={<span className="deadline none"><Icon name="hand" />{stateLabels.pending}</span>} label={stateLabels.pending} count={all.data?.pending}
        to={casesPath({ show: 'pending' })} mine={mine.data?.pending} mineTo={casesPath({ show: 'pending', mine: true })}
      />
      <Count
        name={<span className="deadline none"><Icon name="star" />{stateLabels.answered}</span>} label={stateLabels.answered} count={all.data?.answered}
        to={casesPath({ show: 'answered' })} mine={mine.data?.answered} mineTo={casesPath({ show: 'answered', mine: true })}
      />
    </section>
  )
}

type CountProps = { name: React.ReactNode; label: string; count: Bounded | undefined; to: string; mine: Counts['pending'] | undefined; mineTo: string }

function Count({ name, label, count, to, mine, mineTo }: CountProps) {
  return (
    <div>
      {name}
      <b className="counts-number">
        {count ? <CountLink to={to} count={count.count} hasMore={count.more} label={label} /> : <Bones width={36} height={24} />}
      </b>
      <span className="tiny second">
        {mine ? <>我办的 <CountLink to={mineTo} count={mine.count} hasMore={mine.more} label={`我办的${label}`} /> 件</> : '\u00a0'}
      </span>
    </div>
  )
}
