import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { EntryGrid, type Entry } from '@/components/EntryGrid'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { Icon } from '@/components/Icon'
import { ListItem } from '@/components/ListItem'
import { Thumb } from '@/components/Photo'
import { SectionHeader } from '@/components/SectionHeader'
import { Skeleton } from '@/components/Skeleton'
import { Tap } from '@/components/Tap'
import { CaseItem } from '@/features/casework/components/CaseItem'
import { QueuedItems } from '@/features/casework/components/QueuedItems'
import { asMyself, open } from '@/features/casework/open'
import { beside } from '@/features/casework/say'
import { usePull } from '@/hooks/use-pull'
import { useSession } from '@/services/session'
import { when } from '@/services/when'
import { DeskRow } from './DeskRow'
import { useHome, type HomeCase } from './use-home'
import './PlainHome.scss'

function Todo({ summary }: { summary: HomeCase }) {
  const { id, title, isAsked, handlerName, updatedAt, thumbUrl, voiceSeconds } = summary
  const go = () => (isAsked ? open('supplement', { id }) : open('rate', { id }))
  return (
    <ListItem
      id={`todo-${id}`}
      title={title}
      note={isAsked ? `${beside(handlerName)}想问您` : `${when(updatedAt)} 说办好了`}
      lead={<Thumb url={thumbUrl} voiceSeconds={voiceSeconds} label={title} />}
      trail={<Button kind="tint" isSmall words={isAsked ? '去补充' : '去评价'} onTap={go} />}
      onTap={() => open('case', { id })}
    />
  )
}

function Going({ count }: { count: string }) {
  return (
    <Tap id="going" className="cell item going" onTap={() => open('mine')}>
      <Text className="second grow">我反映的 {count} 件正在办</Text><View className="second"><Icon name="right" size="xs" /></View>
    </Tap>
  )
}

const ENTRIES: readonly Entry[] = [
  { id: 'report', words: '我要反映', icon: 'report', isMain: true, onTap: () => void asMyself(() => open('submit')) },
  { id: 'my-requests', words: '我的反映', icon: 'tasks', onTap: () => void asMyself(() => open('mine')) },
  { id: 'public', words: '身边事', icon: 'message', onTap: () => open('public') },
]

export function PlainHome() {
  const isIn = useSession((session) => session.me !== undefined)
  const { todo, recent, openCount, isLoading, error, reload } = useHome()
  usePull(reload)
  const isHandler = useSession((session) => session.me?.operations.includes('casework.accept') ?? false)
  // Whoever works here and has asked for nothing sees the work, not an empty list.
  const hasOwn = isIn && (!isHandler || recent.length > 0)
  const waits = todo.length > 0 || openCount !== undefined
  return (
    <>
      <DeskRow />
      {isIn && waits && (
        <View className="stack todo">
          {todo.length > 0 && <SectionHeader words="等您办的" count={todo.length} />}
          <View className="card list">
            {todo.map((summary) => <Todo key={summary.id} summary={summary} />)}
            {openCount !== undefined && <Going count={openCount} />}
          </View>
        </View>
      )}
      <EntryGrid entries={ENTRIES} />
      {isIn && <QueuedItems />}
      {hasOwn && <SectionHeader words="最近的事" more={recent.length > 0 ? { words: '全部', onTap: () => open('mine') } : undefined} />}
      {isIn && isLoading && <Skeleton rows={2} />}
      {isIn && error && <ErrorState error={error} onRetry={() => void reload()} />}
      {hasOwn && !isLoading && !error && recent.length === 0 && todo.length === 0 && (
        <EmptyState icon="report" words="还没有反映过事情" note="反映的事、谁在办、到什么时候，都会在这儿" />
      )}
      {recent.length > 0 && (
        <View className="card list">
          {recent.map((summary) => <CaseItem key={summary.id} as="requester" summary={summary} onTap={() => open('case', { id: summary.id })} />)}
        </View>
      )}
    </>
  )
}
