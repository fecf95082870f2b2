import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { colourLabels, stateLabels } from '@xiangli/shared/casework/labels'
import { Segmented } from 'antd'
import { CountLink } from '../../../components/CountLink'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { exactTime } from '../../../components/time-words'
import { useQuery } from '../../../services/use-query'
import { casesPath } from '../case-filter'

type Row = OutputOf<'casework.countBoard'>['rows'][number]
export type By = 'place' | 'unit'
/** What of the board the list beside it shows. */
export type Part = Pick<Row, 'regionId' | 'unitId' | 'name'>

/** The socket says at once that something moved; the numbers may be two seconds older than that. */
const AGAIN_MS = 5_000
const ways = [{ value: 'place' as const, label: '按地方' }, { value: 'unit' as const, label: '按部门' }]
const cells = ['pending', 'red', 'yellow', 'green'] as const
const names = { pending: stateLabels.pending, red: colourLabels.red, yellow: colourLabels.yellow, green: colourLabels.green }

type Props = { by: By; onBy: (by: By) => void; regionId: string | undefined; part: Part | null; onPart: (part: Part | null) => void }

/** Where what lies open: each number opens its list, each name narrows the list beside it. */
export function BoardTable({ by, onBy, regionId, part, onPart }: Props) {
  const { data, error, refetch } = useQuery('casework.countBoard', { by, ...(regionId ? { regionId } : {}) }, { isKept: true, every: AGAIN_MS })
  return (
    <section className="card col board" aria-label="看板">
      <header className="card-head">
        <h2>看板</h2>
        <Segmented size="small" value={by} options={ways} onChange={(next) => { onPart(null); onBy(next) }} aria-label="按什么数" />
        {data && <span className="tiny second end nowrap">{exactTime(data.at)}</span>}
      </header>
      <div className="table-scroll">
        {!data && !error && <RowsSkeleton rows={12} />}
        {error && !data && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {data && (
          <table className="board-table" aria-label="在办件数">
            <thead><tr><th scope="col">{by === 'place' ? '地方' : '部门'}</th>{cells.map((cell) => <th key={cell} scope="col">{cell === 'pending' ? names.pending : <DeadlineTag colour={cell} isPlain isShort />}</th>)}</tr></thead>
            <tbody>{busyFirst(data.rows).map((row) => <BoardRow key={`${row.regionId}${row.unitId ?? ''}`} row={row} isOn={isSame(part, row)} onPart={onPart} />)}</tbody>
          </table>
        )}
      </div>
    </section>
  )
}

/** The whole, then where something lies, each in the usual order: empty villages need no look. */
const weight = (row: Row): number => (row.isWhole ? 0 : cells.some((cell) => row[cell].count > 0) ? 1 : 2)
const busyFirst = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => weight(a) - weight(b))

const isSame = (part: Part | null, row: Row): boolean => part !== null && part.regionId === row.regionId && part.unitId === row.unitId

function BoardRow({ row, isOn, onPart }: { row: Row; isOn: boolean; onPart: Props['onPart'] }) {
  const at = { at: row.regionId, atName: row.name, ...(row.unitId ? { unit: row.unitId, unitName: row.name, atName: '' } : {}) }
  const choose = () => onPart(isOn || row.isWhole ? null : { regionId: row.regionId, name: row.name, ...(row.unitId ? { unitId: row.unitId } : {}) })
  return (
    <tr className={[row.isWhole && 'whole', isOn && 'current'].filter(Boolean).join(' ')}>
      <th scope="row"><button type="button" className="table-opener" aria-pressed={isOn} onClick={choose}>{row.isWhole ? `${row.name} 全部` : row.name}</button></th>
      {cells.map((cell) => (
        <td key={cell} className={row[cell].count > 0 ? cell : 'none'}>
          <CountLink to={casesPath(cell === 'pending' ? { ...at, show: 'pending' } : { ...at, colour: cell })} count={row[cell].count} hasMore={row[cell].more} label={`${row.name}${names[cell]}`} />
        </td>
      ))}
    </tr>
  )
}
