import { Text, View } from '@tarojs/components'
import type { NoticeView } from '@xiangli/shared/notice/contract'
import { Icon } from '@/components/Icon'
import { Tap } from '@/components/Tap'
import { clockTime, dayHead } from '@/services/when'

interface DaysProps {
  notices: readonly NoticeView[]
  onOpen: (notice: NoticeView) => void
}

function Message({ notice, onTap }: { notice: NoticeView; onTap: () => void }) {
  const { title, body, at, kind, isRead } = notice
  return (
    <Tap id={`notice-${notice.id}`} className={`cell message${isRead ? ' read' : ''}`} onTap={onTap} label={`${isRead ? '' : '未读，'}${title}，${body}`}>
      <View className="message-sign">
        <View className={`round${isRead ? ' quiet' : ''}`}><Icon name={kind === 'todo' ? 'star' : 'tasks'} size="s" /></View>
        {!isRead && <View className="message-dot" />}
      </View>
      <View className="grow">
        <View className="message-head"><View className="h3 two-lines grow">{title}</View><Text className="second nb">{clockTime(at)}</Text></View>
        <View className="second two-lines">{body}</View>
      </View>
    </Tap>
  )
}

/** Messages under the day they came. */
export function Days({ notices, onOpen }: DaysProps) {
  const days = new Map<string, NoticeView[]>()
  for (const notice of notices) {
    const head = dayHead(notice.at)
    days.set(head, [...(days.get(head) ?? []), notice])
  }
  return (
    <>
      {[...days].map(([head, ofDay]) => (
        <View key={head} className="stack">
          <Text className="second day">{head}</Text>
          <View className="card list">{ofDay.map((notice) => <Message key={notice.id} notice={notice} onTap={() => onOpen(notice)} />)}</View>
        </View>
      ))}
    </>
  )
}
