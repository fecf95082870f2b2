import { View } from '@tarojs/components'
import { useState } from 'react'
import type { NoticeView } from '@xiangli/shared/notice/contract'
import { EmptyState } from '@/components/EmptyState'
import { MoreRow } from '@/components/MoreRow'
import { Page } from '@/components/Page'
import { PagedList } from '@/components/PagedList'
import { SegmentedFilter } from '@/components/SegmentedFilter'
import { Tap } from '@/components/Tap'
import { open } from '@/features/casework/open'
import { SignInCard } from '@/features/identity/components/SignInCard'
import { usePages } from '@/hooks/use-pages'
import { call } from '@/services/call'
import { newId } from '@/services/ids'
import { asCallError } from '@/services/request'
import { useSession } from '@/services/session'
import { tell } from '@/services/tell'
import { showUnread, useUnread } from '@/services/unread'
import { Days } from './Days'
import './index.scss'

const SHOWN = [{ value: 'all', words: '全部' }, { value: 'todo', words: '等我办' }] as const
type Show = (typeof SHOWN)[number]['value']

const isNews = ({ event }: { event: string }) => event === 'notice.delivered' || event === 'refetch'

async function markRead(ids?: string[]) {
  const { unread } = await call('notice.markRead', ids ? { ids } : {}, { key: newId() })
  showUnread(unread)
}

export default function Inbox() {
  const [show, setShow] = useState<Show>('all')
  const isIn = useSession((session) => session.me !== undefined)
  const phase = useSession((session) => session.phase)
  const hasUnread = useUnread((unread) => unread.words !== '')
  const list = usePages('notice.listMine', show === 'todo' ? { kind: 'todo' } : {}, { isOff: !isIn, on: isNews })

  const readAll = async () => {
    try {
      await markRead()
      await list.reload()
    } catch (cause) {
      tell(asCallError(cause).message)
    }
  }
  const see = (notice: NoticeView) => {
    // Opened is read, whether or not the server hears of it now; the list asks again on return.
    if (!notice.isRead) markRead([notice.id]).catch(() => undefined)
    // Rosters and hand-overs have no page here: the words say it all.
    if (notice.about.type === 'publicCase') open('public-case', { id: notice.about.id })
    else if (notice.about.type === 'mine') open('mine')
    else if (notice.about.type === 'case') open('case', { id: notice.about.id })
  }
  const all = hasUnread && isIn ? <Tap id="read-all" className="second read-all" onTap={() => void readAll()}>全部已读</Tap> : undefined
  return (
    <Page tab="inbox" title="消息">
      {!isIn && phase === 'out' && <SignInCard />}
      {isIn && <SegmentedFilter choices={SHOWN} value={show} onChange={setShow} trail={all} />}
      {isIn && list.items.length === 0 && (
        <PagedList list={list} skeleton="words" empty={<EmptyState icon="bell" words={show === 'todo' ? '没有等您办的' : '还没有消息'} note="谁接了、办好没有、要您做什么，会在这儿" />}>{null}</PagedList>
      )}
      {isIn && <View className="stack"><Days notices={list.items} onOpen={see} /></View>}
      {isIn && <MoreRow list={list} />}
    </Page>
  )
}
