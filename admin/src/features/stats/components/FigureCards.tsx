import type { StatsRow } from '@xiangli/shared/stats/contract'
import { figureNamed, type FigureKey } from '@xiangli/shared/stats/figures'
import { FEWEST_FOR_SHARE, shareOf, workWords } from '../stats-words'

type Props = { whole: StatsRow; isOwn: boolean; onOpen: (figure: FigureKey) => void }

/** What the whole comes to, before it is taken apart. */
export function FigureCards({ whole, isOwn, onOpen }: Props) {
  const { counts } = whole
  const first: FigureKey = isOwn ? 'came' : 'received'
  const [good, bad]: FigureKey[] = isOwn ? ['ownOnTime', 'ownLate'] : ['onTime', 'late']
  const done = (counts[good as FigureKey] ?? 0) + (counts[bad as FigureKey] ?? 0)
  const number = (key: FigureKey) => <Number figure={key} count={counts[key] ?? 0} onOpen={onOpen} />
  return (
    <dl className="card stats-cards" aria-label="合计">
      <div><dt>{figureNamed(first).label}</dt><dd>{number(first)} <small>件</small></dd><dd className="small second">{isOwn ? '第一次到手里的' : <>还在办 {number('open')} 件</>}</dd></div>
      <div><dt>{isOwn ? '份内按时' : '按时答复'}</dt><dd>{shareOf(whole, isOwn)}</dd><dd className="small second">{done < FEWEST_FOR_SHARE ? `不到 ${FEWEST_FOR_SHARE} 件，不算比例` : <>{number(good as FigureKey)} 件按时，{number(bad as FigureKey)} 件超了</>}</dd></div>
      <div><dt>{isOwn ? '平均在手' : '平均用时'}</dt><dd>{workWords(isOwn ? whole.meanOwnMinutes : whole.meanMinutes)}</dd><dd className="small second">办公时间，停表不算</dd></div>
      <div><dt>没办好重办</dt><dd>{number('reopened')} <small>件次</small></dd><dd className="small second">反映人或回访说没好</dd></div>
      <div><dt>督办</dt><dd>{number('supervised')} <small>次</small></dd><dd className="small second">逾期和挂牌，升一级算一次</dd></div>
      <div><dt>退回</dt><dd>{number('returned')} <small>次</small></dd><dd className="small second">吹哨请单位 {number('whistled')} 次</dd></div>
    </dl>
  )
}

function Number({ figure, count, onOpen }: { figure: FigureKey; count: number; onOpen: (figure: FigureKey) => void }) {
  if (count === 0) return <>0</>
  return <button type="button" className="count-link table-opener" aria-label={`${figureNamed(figure).label} ${count}，打开清单`} onClick={() => onOpen(figure)}>{count}</button>
}
