import type { StatsRow } from '@xiangli/shared/stats/contract'
import { figureNamed, figuresFor, wayLabels, type FigureKey, type Way } from '@xiangli/shared/stats/figures'
import { shareOf, workWords } from '../stats-words'

type Props = {
  rows: readonly StatsRow[]
  by: Way
  unitId: string | undefined
  mayOpenOpinions: boolean
  onOpen: (figure: FigureKey, row: StatsRow) => void
  /** Down to a place, where there is one. */
  onPlace?: ((row: StatsRow) => void) | undefined
}

const firstColumn: Record<Way, string> = { place: '地方', unit: '单位', category: '类别' }

/** Every figure of every row, always in the order of the codes: no row is better for standing first. */
export function FigureTable({ rows, by, unitId, mayOpenOpinions, onOpen, onPlace }: Props) {
  const keys = figuresFor({ by, unitId })
  const plain = keys.filter((key) => !figureNamed(key).isOpinion)
  const opinions = keys.filter((key) => figureNamed(key).isOpinion)
  const isOwn = by === 'unit' || unitId !== undefined
  return (
    <table className="stats-table" aria-label={`${wayLabels[by]}的统计`}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>{firstColumn[by]}</th>
          {plain.map((key) => <th key={key} scope="col" rowSpan={2} title={figureNamed(key).what}>{figureNamed(key).label}</th>)}
          <th scope="col" rowSpan={2} title={isOwn ? '份内按时占份内按时和超时的比例' : '按时答复占全部答复的比例'}>{isOwn ? '份内按时率' : '按时率'}</th>
          <th scope="col" rowSpan={2} title="办公时间，停表不算">{isOwn ? '平均在手' : '平均用时'}</th>
          <th scope="colgroup" colSpan={opinions.length} className="stats-group">回访</th>
        </tr>
        <tr>{opinions.map((key) => <th key={key} scope="col" title={figureNamed(key).what}>{figureNamed(key).label}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.isWhole ? 'whole' : row.key} className={row.isWhole ? 'whole' : ''}>
            <th scope="row">{onPlace && !row.isWhole && row.key !== '-' ? <button type="button" className="table-opener" onClick={() => onPlace(row)}>{row.name}</button> : row.name}{row.isWhole && <span className="tiny second"> 合计</span>}</th>
            {plain.map((key) => <Cell key={key} figure={key} row={row} isLink onOpen={onOpen} />)}
            <td data-label={isOwn ? '份内按时率' : '按时率'}>{shareOf(row, isOwn)}</td>
            <td data-label={isOwn ? '平均在手' : '平均用时'} className="nowrap">{workWords(isOwn ? row.meanOwnMinutes : row.meanMinutes)}</td>
            {opinions.map((key) => <Cell key={key} figure={key} row={row} isLink={mayOpenOpinions} onOpen={onOpen} />)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ figure, row, isLink, onOpen }: { figure: FigureKey; row: StatsRow; isLink: boolean; onOpen: Props['onOpen'] }) {
  const { label, isOpinion } = figureNamed(figure)
  const count = row.counts[figure]
  const name = isOpinion ? `回访${label}` : label
  if (count === undefined) return <td data-label={name} className="faint" title="不足 5 件，不显示">·</td>
  if (count === 0 || !isLink) return <td data-label={name} className={count === 0 ? 'none' : ''}>{count}</td>
  return <td data-label={name}><button type="button" className="count-link table-opener" aria-label={`${row.name} ${name} ${count}，打开清单`} onClick={() => onOpen(figure, row)}>{count}</button></td>
}
