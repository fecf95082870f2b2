import type { Opinion } from '@xiangli/shared/casework/satisfaction'
import { opinionLabels } from '@xiangli/shared/casework/labels'
import { Button, Drawer } from 'antd'
import { Link } from 'react-router'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { shortTime } from '../../../components/time-words'
import { usePages } from '../../../services/use-query'

type Props = { unitId: string; unitName: string; month: string; opinion: Opinion; onClose: () => void }

/** What a figure counts. */
export function OpinionList({ unitId, unitName, month, opinion, onClose }: Props) {
  const list = usePages('casework.listOpinions', { unitId, month, opinion, limit: 30 })
  return (
    <Drawer open width={460} title={`${unitName}　${opinionLabels[opinion]}`} extra={<SheetButton list="casework.listOpinions" input={{ unitId, month, opinion }} isOff={list.items.length === 0} />} onClose={onClose}>
      {list.isPending && <RowsSkeleton rows={6} />}
      {list.error && list.items.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && <EmptyPanel title="这一栏现在没有了" hint="刚刚可能有了新的评价或回访。" />}
      <ul className="after-cases">
        {list.items.map((item) => (
          <li key={item.id}><Link to={`/cases/${item.caseId}`}>{item.title}</Link><span className="tiny second">{item.serial}，{shortTime(item.answeredAt)} 答复</span></li>
        ))}
      </ul>
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看 30 件</Button>}
    </Drawer>
  )
}
