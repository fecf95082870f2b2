import { Text, View } from '@tarojs/components'
import { channelLabels, colourLabels, scoreLabels, stateLabels } from '@xiangli/shared/casework/labels'
import type { CaseView } from '@xiangli/shared/casework/views'
import { formatMinutes, minutesBetween } from '@xiangli/shared/core/time'
import { PartyRow } from '@/components/PartyRow'
import { ProgressRail } from '@/components/ProgressRail'
import { StateTag } from '@/components/StateTag'
import { colourNow, dueOf } from '@/services/due'
import { when } from '@/services/when'
import { RAIL, railAt, untilWords } from '../say'
import './CaseHead.scss'

const TONES = { green: 'ok', yellow: 'soon', red: 'over' } as const

/** The one big number of the page: what is left, or by how much it is late. */
function Left({ view }: { view: CaseView }) {
  const now = new Date()
  const colour = colourNow(view, now)
  if (!view.redAt || colour === 'paused' || colour === 'none') return <View className="left"><Text className="second">{untilWords(view)}</Text></View>
  const [size = '', unit = ''] = formatMinutes(minutesBetween(now, new Date(view.redAt))).split(' ')
  const isLate = colour === 'red'
  return (
    <View className="left">
      <Text>{isLate ? '过了' : '还剩'}</Text>
      <Text className={`left-number ${TONES[colour]}`}>{size}</Text>
      <Text>{unit}</Text>
      <Text className="second left-until">{isLate ? `该 ${when(view.redAt, now)} 办好` : untilWords(view)}</Text>
    </View>
  )
}

/** How it stands, in a word and a shape; how long is left is said once, by the number below. */
function Standing({ view }: { view: CaseView }) {
  const now = new Date()
  const colour = colourNow(view, now)
  const { tone, icon, words } = dueOf(view, { isMine: view.requester.isMe, now })
  return <StateTag tone={tone} icon={icon} words={colour === 'paused' || colour === 'none' || tone === 'over' ? words : colourLabels[colour]} />
}

function Ending({ view }: { view: CaseView }) {
  const words = view.reason ? `${stateLabels[view.state]}：${view.reason}` : stateLabels[view.state]
  return <View className="second">{words}</View>
}

/** Nobody knows yet who says it: what is shown of time is only until somebody looks. */
function Unchecked({ view }: { view: CaseView }) {
  if (!view.triage || view.triage.isTurnedAway) return null
  return <View className="second">先由{view.triage.deskName}核实，收下以后按时限办；选定您的村以后就不用先核实</View>
}

function Rated({ view }: { view: CaseView }) {
  const of = view.requester.isMe ? '您' : '反映人'
  if (view.isUnrated) return <View className="second">到期没有评价，按“未评价”办结</View>
  if (!view.rating) return null
  return <View className="second">{of}给了 {view.rating.score} 分 · {scoreLabels[view.rating.score]}</View>
}

export function CaseHead({ view, onContact }: { view: CaseView; onContact?: () => void }) {
  const { handler, owner } = view
  const at = railAt(view.state)
  const isOpen = at !== undefined && at < RAIL.length
  return (
    <View className="card">
      <View className="head">
        <View className="head-title">
          <View className="h2 grow">{view.title}</View>
          <Standing view={view} />
        </View>
        {isOpen && <Left view={view} />}
        <Unchecked view={view} />
        {at === undefined ? <Ending view={view} /> : <ProgressRail steps={RAIL} at={at} />}
        {view.state === 'closed' && <View className="head-rated"><Rated view={view} /></View>}
      </View>
      <PartyRow part="办理" name={handler.isMe ? '您' : handler.name} title={handler.title ?? (handler.personId ? handler.unitName : undefined)} phone={handler.isMe ? undefined : handler.phone} />
      <PartyRow part="负责" name={owner.name} />
      {!view.requester.isMe && <PartyRow part="反映" name={view.requester.name} note={view.filedBy ? (view.filedBy.isMe ? '您代为反映' : `${channelLabels[view.channel]}，代录：${view.filedBy.name}`) : undefined} title={view.requester.phone} action={onContact && { words: '联系他', onTap: onContact }} />}
    </View>
  )
}
