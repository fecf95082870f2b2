import { ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { stateLabels } from '@xiangli/shared/casework/labels'
import { whyWords } from '@xiangli/shared/casework/similar'
import type { SimilarReport } from '@xiangli/shared/casework/similar-views'
import { Button } from '@/components/Button'
import { Thumb } from '@/components/Photo'
import { Sheet } from '@/components/Sheet'
import { perform } from '@/services/queue/perform'
import { tell } from '@/services/tell'
import { shortly } from '@/services/when'
import { dropDraft } from '../draft'
import { turnTo } from '../open'
import './SimilarSheet.scss'

interface SimilarSheetProps {
  items: readonly SimilarReport[]
  onClose: () => void
  onGoOn: () => void
}

const lineOf = ({ words, categoryLabel }: SimilarReport): string => words ?? categoryLabel ?? '照片反映'

/** Said already? One tap follows it, another goes on; nobody is turned away. */
export function SimilarSheet({ items, onClose, onGoOn }: SimilarSheetProps) {
  const [busy, setBusy] = useState<string>()
  const follow = async (item: SimilarReport) => {
    if (!item.isMine && !item.isJoined) {
      setBusy(item.id)
      const outcome = await perform({ operation: 'casework.join', input: { caseId: item.id }, record: item.id, title: `我也遇到：${lineOf(item)}` })
      setBusy(undefined)
      if (outcome.kind === 'refused') return tell(outcome.error.message)
      tell(outcome.kind === 'sent' ? '算上您了，有进展会告诉您' : '网络不太好，内容已保存，连上网会自动发出。')
    }
    dropDraft()
    return turnTo(item.isMine ? 'case' : 'joined', { id: item.id })
  }
  return (
    <Sheet title="附近有人反映过" isOpen={items.length > 0} onClose={onClose}>
      <View className="second">要是同一件事，不用再写一遍：跟着看就行，人数会算上您。</View>
      <ScrollView scrollY className="similar-list">
        {items.map((item) => <SimilarCard key={item.id} item={item} isBusy={busy === item.id} onFollow={() => void follow(item)} />)}
      </ScrollView>
      <Button id="not-the-same" kind="line" isWide words="不一样，继续提交" onTap={onGoOn} />
    </Sheet>
  )
}

const followWords = ({ isMine, isJoined }: SimilarReport): string => (isMine ? '是我反映的，看进展' : isJoined ? '已在跟着看，看进展' : '我也遇到（跟着看进展）')

function SimilarCard({ item, isBusy, onFollow }: { item: SimilarReport; isBusy: boolean; onFollow: () => void }) {
  const others = item.supporters + item.reports - 1
  return (
    <View className="similar-card">
      <View className="similar-row">
        <Thumb url={item.thumbUrl} voiceSeconds={item.voiceSeconds} label={lineOf(item)} />
        <View className="grow">
          <View className="similar-words">{lineOf(item)}</View>
          <View className="second"><Text>{stateLabels[item.state]}</Text><Text className="sep">{shortly(item.receivedAt)} 反映</Text></View>
          <View className="second">{[whyWords(item.why), others > 0 ? `还有 ${others} 人也遇到` : ''].filter(Boolean).join(' · ')}</View>
        </View>
      </View>
      <Button id={`join-${item.id}`} isWide kind="line" words={followWords(item)} isBusy={isBusy} onTap={onFollow} />
    </View>
  )
}
