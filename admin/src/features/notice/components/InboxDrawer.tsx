import type { NoticeView } from '@xiangli/shared/notice/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { FailureLine } from '../../../components/FailureLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { agoWords } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { useCommand } from '../../../services/use-command'
import { usePages } from '../../../services/use-query'
import './inbox.css'

type Props = { isOpen: boolean; onClose: () => void }

const pathOf: Record<NoticeView['about']['type'], string> = { case: '/cases/', mine: '/cases?own=', duty: '/duty?unit=', handover: '/handover?unit=', ring: '/?ring=', publicCase: '/cases/' }
const kinds = [{ value: 'all', label: '全部' }, { value: 'todo', label: '要我办' }, { value: 'progress', label: '进展' }]

export default function InboxDrawer({ isOpen, onClose }: Props) {
  const [kind, setKind] = useState('all')
  const navigate = useNavigate()
  const client = useQueryClient()
  const read = useCommand('notice.markRead')
  const list = usePages('notice.listMine', kind === 'todo' || kind === 'progress' ? { kind } : {}, { isOff: !isOpen })

  const mark = async (ids?: string[]) => {
    await read.run(ids ? { ids } : {})
    await client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('notice.') })
  }
  const open = (notice: NoticeView) => {
    onClose()
    void navigate(`${pathOf[notice.about.type]}${notice.about.id}`)
    if (!notice.isRead) void mark([notice.id])
  }
  return (
    <Drawer
      open={isOpen} onClose={onClose} title="消息" width={420} styles={{ body: { padding: 0 } }}
      extra={list.items.some((each) => !each.isRead) && <Button type="text" loading={read.isBusy} onClick={() => void mark()}>全部标为已读</Button>}
    >
      <div className="inbox-kinds"><Segmented options={kinds} value={kind} onChange={setKind} /></div>
      <FailureLine failure={read.failure} />
      {list.isPending && <RowsSkeleton rows={6} height={64} />}
      {list.error && list.items.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <EmptyPanel icon="bell" title="没有消息" hint="派给您的事、您办的事有了进展，都会在这里告诉您。" />
      )}
      <ul className="inbox">{list.items.map((each) => <NoticeRow key={each.id} notice={each} onOpen={() => open(each)} />)}</ul>
      {list.hasNextPage && (
        <div className="inbox-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>看更早的</Button></div>
      )}
    </Drawer>
  )
}

function NoticeRow({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const now = useNow()
  return (
    <li>
      <button type="button" className={notice.isRead ? 'read' : ''} onClick={onOpen}>
        <span className="row">
          {!notice.isRead && <i aria-label="未读" role="img" />}
          <b className="clip fill">{notice.title}</b>
          <time className="tiny second nowrap" dateTime={notice.at}>{agoWords(notice.at, now)}</time>
        </span>
        <span className="inbox-words">{notice.body}</span>
      </button>
    </li>
  )
}
