import type { StatsRow } from '@xiangli/shared/stats/contract'
import { figuresFor, wayLabels, WAYS, type FigureKey, type Way } from '@xiangli/shared/stats/figures'
import { Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { Choice } from '../../../components/Choice'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { useQuery } from '../../../services/use-query'
import { useRegionFilter } from '../../region/hooks/use-place'
import { Definitions } from '../components/Definitions'
import { FigureCards } from '../components/FigureCards'
import { FigureList } from '../components/FigureList'
import { FigureTable } from '../components/FigureTable'
import { askedOf, choiceQuery, periodsUntil, readChoice, type Choice as Chosen } from '../stats-choice'
import '../../../components/table.css'
import '../stats.css'

const ways = WAYS.map((value) => ({ value, label: wayLabels[value] }))

/** Which numbers are on the page stands in its address; `at` narrows the header's place by one step. */
function useChoice() {
  const now = useNow()
  const [params, setParams] = useSearchParams()
  const region = useRegionFilter()
  const choice = readChoice(params, now)
  const at = params.get('at')
  const change = (next: Partial<Chosen> & { at?: string }) => {
    const { figure: _figure, key: _key, ...kept } = choice
    const changed = new URLSearchParams(choiceQuery({ ...kept, ...next }))
    const place = next.at ?? at
    if (place) changed.set('at', place)
    setParams(changed, { replace: next.figure === undefined && choice.figure === undefined })
  }
  return { choice, change, at, periods: periodsUntil(now), asked: askedOf(choice, at ? { regionId: at } : region) }
}

export default function StatsPage() {
  useTitle('统计')
  const me = useMe()
  const { choice, change, at, periods, asked } = useChoice()
  const isMine = me.operations.includes('stats.show')
  const { data, error, isPending, refetch } = useQuery('stats.show', asked, { isOff: !isMine, isKept: true })
  if (!isMine) return <div className="page"><EmptyPanel isPage icon="lock" title="统计不是您的职责" hint="由村党组织书记、乡镇、部门和县里看。" /></div>
  const unitId = data?.unit?.unitId
  return (
    <div className="page stats">
      <div className="page-head">
        <h1>统计</h1>
        <Choice name="时间" value={choice.period} options={periods} onChange={(period) => change({ period })} />
        <Segmented value={choice.by} options={ways} onChange={(by: Way) => change({ by })} aria-label="怎么分" />
        {at && data && <button type="button" className="filter-toggle on" onClick={() => change({ at: '' })}>{data.place.name} <Icon name="close" /></button>}
        {choice.unitId && data?.unit && <button type="button" className="filter-toggle on" onClick={() => { const { unitId: _unit, ...rest } = choice; change({ ...rest, unitId: '' }) }}>{data.unit.name} <Icon name="close" /></button>}
        <span className="row end">
          <Definitions figures={figuresFor({ by: choice.by, unitId })} />
          <SheetButton list="stats.show" input={asked} isOff={!data} isLarge />
        </span>
      </div>
      {isPending && <section className="card"><RowsSkeleton rows={10} /></section>}
      {error && !data && <section className="card col"><ErrorPanel failure={error} retry={() => void refetch()} /></section>}
      {data && <Numbers shown={data} choice={choice} asked={asked} change={change} />}
    </div>
  )
}

type NumbersProps = Pick<ReturnType<typeof useChoice>, 'choice' | 'asked' | 'change'> & { shown: NonNullable<ReturnType<typeof useQuery<'stats.show'>>['data']> }

function Numbers({ shown, choice, asked, change }: NumbersProps) {
  const now = useNow()
  const me = useMe()
  const whole = shown.items.find(({ isWhole }) => isWhole)
  const unitId = shown.unit?.unitId
  const isOwn = choice.by === 'unit' || unitId !== undefined
  const open = (figure: FigureKey, row?: StatsRow) => change({ figure, ...(row && !row.isWhole ? { key: row.key } : {}) })
  const opened = choice.key ? shown.items.find(({ key, isWhole }) => !isWhole && key === choice.key) : whole
  return (
    <>
      {whole && <FigureCards whole={whole} isOwn={unitId !== undefined} onOpen={(figure) => open(figure)} />}
      <section className="card col stats-main" aria-label="分开看">
        <div className="table-scroll">
          <FigureTable
            rows={shown.items} by={choice.by} unitId={unitId} mayOpenOpinions={me.operations.includes('casework.listOpinions')} onOpen={open}
            onPlace={choice.by === 'place' && shown.place.level !== 'village' ? (row) => change({ at: row.key }) : undefined}
          />
        </div>
        <footer className="table-foot">
          <span>截至 {shortTime(shown.asOf, now)}，新的变动一分钟内记进来{shown.isGathering && '；以前的事还在补记，数会变多'}</span>
          <span className="end">按代码顺序排，不排名，不分到人{isOwn ? '；别家耽误的时间不算在本单位头上' : ''}</span>
        </footer>
      </section>
      {choice.figure && <FigureList asked={asked} figure={choice.figure} rowKey={choice.key} name={opened?.name ?? shown.place.name} count={opened?.counts[choice.figure]} onClose={() => change({})} />}
    </>
  )
}
