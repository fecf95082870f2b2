import { View } from '@tarojs/components'
import { errors } from '@xiangli/shared/catalog/errors'
import { timeBoundLabels, timeKindLabels } from '@xiangli/shared/casework/labels'
import { timeChoices } from '@xiangli/shared/casework/time-choices'
import { TIME_KINDS, type TimeKind } from '@xiangli/shared/casework/time-request'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button } from '@/components/Button'
import { ErrorState } from '@/components/ErrorState'
import { RadioCard } from '@/components/RadioCard'
import { SegmentedFilter } from '@/components/SegmentedFilter'
import { Sheet } from '@/components/Sheet'
import { TextArea } from '@/components/TextArea'
import { tell } from '@/services/tell'
import { when } from '@/services/when'
import { decide } from '../decide'
import type { Said } from '../draft-rules'
import { useCaseType } from '../use-case-type'
import { useReply } from '../use-reply'
import { useWorkingTime } from '../use-working-time'
import { DraftNote } from './DraftNote'
import './TimeSheet.scss'

interface TimeSheetProps {
  view: CaseView
  isOpen: boolean
  onClose: () => void
  onChange: (view: CaseView) => void
}

const KINDS = TIME_KINDS.map((value) => ({ value, words: timeKindLabels[value] }))
const EFFECTS: Record<TimeKind, string> = { pause: '上级同意后，时限停到那天', extend: '上级同意后，改到那天前办好，只能有一次' }

const judged = ({ redAt, isExtended, pausedMinutes, grade, category }: CaseView) => ({
  redAt: redAt ? new Date(redAt) : null, pause: null, supervision: null, pausedMinutes: pausedMinutes ?? 0, isExtended: isExtended ?? false, grade, category,
})

type TimeSaid = Said & { kind?: TimeKind; until?: string }

/** 申请暂停或延期: only days the level above could give. */
export function TimeSheet({ view, isOpen, onClose, onChange }: TimeSheetProps) {
  const { work, error, reload } = useWorkingTime(!isOpen)
  const type = useCaseType(view.typeVersion, !isOpen)
  const { reply, write, isBusy, isRestored, clear, send } = useReply<TimeSaid>(`${view.id} askTime`)
  const kind = reply.kind ?? (view.isExtended ? 'pause' : 'extend')
  const { choices, whyNotLater } = work && isOpen ? timeChoices(judged(view), { kind, now: new Date(), work, type }) : { choices: [], whyNotLater: null }
  const days = choices.map((at) => ({ value: at.toISOString(), words: when(at) }))
  const until = days.find(({ value }) => value === reply.until)?.value
  const reason = reply.words.trim()
  const ask = async () => {
    if (!until) return
    const decided = await send(() => decide({ operation: 'casework.askTime', caseId: view.id, title: view.title, input: { kind, until, reason } }))
    if (decided.kind === 'refused') return
    if (decided.kind === 'sent') { onChange(decided.view); tell('已经交给上级，等答复') }
    clear()
    onClose()
  }
  return (
    <Sheet title="申请多给些时间" isOpen={isOpen} onClose={onClose}>
      <DraftNote isShown={isRestored} onDiscard={clear} />
      <SegmentedFilter choices={KINDS} value={kind} onChange={(next) => write({ kind: next })} />
      {error && <ErrorState error={error} onRetry={reload} />}
      <View className="time-days">{days.length > 0 && <RadioCard label={`${timeKindLabels[kind]}到哪天`} options={days} value={until ?? ''} onChange={(next) => write({ until: next })} />}</View>
      {whyNotLater && <View className="second">{days.length > 0 ? `最晚到 ${days.at(-1)?.words ?? ''}：${timeBoundLabels[kind]}` : errors[whyNotLater].text}</View>}
      <TextArea id="time-reason" isShort label="理由" most={300} value={reply.words} placeholder="比如：等县里批复" onChange={(words) => write({ words })} />
      <View className="second">{EFFECTS[kind]}；反映的人看得到。</View>
      <Button id="send-time" isWide words="交给上级" isBusy={isBusy} isDisabled={!until || reason === ''} onTap={() => void ask()} />
    </Sheet>
  )
}
