import { Text, View } from '@tarojs/components'
import type { CaseView, TimelineEntry } from '@xiangli/shared/casework/views'
import { PhotoRow } from '@/components/Photo'
import { Timeline, type Happening } from '@/components/Timeline'
import { VoiceNote } from '@/components/VoiceNote'
import { dayHead, when } from '@/services/when'
import { extraWords, happened, placeWords } from '../say'

function More({ entry, place }: { entry: TimelineEntry; place?: string }) {
  const words = extraWords(entry)
  return (
    <>
      {words && <View>{words}</View>}
      {entry.voice && <VoiceNote url={entry.voice.url} seconds={entry.voice.seconds ?? 0} waveform={entry.voice.waveform} />}
      <PhotoRow photos={entry.photos} />
      {place && <View className="second">{place}</View>}
    </>
  )
}

function happeningOf(entry: TimelineEntry, { place, isMine, isSealed }: { place: string; isMine: boolean; isSealed: boolean }): Happening {
  const isFirst = entry.action === 'submit'
  const hasMore = extraWords(entry) || entry.voice || entry.photos.length > 0 || isFirst
  return {
    key: entry.n,
    title: happened(entry, { isMine }),
    note: <>{entry.byMe ? '' : <Text>{entry.byName}</Text>}<Text className={entry.byMe ? '' : 'sep'}>{isFirst && isSealed ? dayHead(entry.at) : when(entry.at)}</Text></>,
    more: hasMore ? <More entry={entry} place={isFirst ? place : undefined} /> : undefined,
  }
}

export function CaseTimeline({ view }: { view: CaseView }) {
  const about = { place: placeWords(view), isMine: view.requester.isMe, isSealed: view.names === 'sealed' }
  const happenings = [...view.timeline].sort((a, b) => b.n - a.n).map((entry) => happeningOf(entry, about))
  return <View className="card"><Timeline happenings={happenings} /></View>
}
