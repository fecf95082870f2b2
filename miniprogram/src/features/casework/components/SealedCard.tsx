import { Text, View } from '@tarojs/components'
import { openingLabels } from '@xiangli/shared/casework/labels'
import type { HandedAction } from '@xiangli/shared/casework/names'
import type { OpeningView, SayingView, SealedView } from '@xiangli/shared/casework/sealed-views'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Icon } from '@/components/Icon'
import { PhotoRow } from '@/components/Photo'
import { SectionHeader } from '@/components/SectionHeader'
import { VoiceNote } from '@/components/VoiceNote'
import { when } from '@/services/when'
import { CodeLine } from './CodeLine'

const steps: Record<HandedAction, string> = { withdraw: '撤回', supplement: '补充', rate: '评价', reopen: '没办好' }

function Waiting({ sealed: { waiting, notTaken } }: { sealed: SealedView }) {
  return (
    <>
      {waiting && <View className="note"><Icon name="clock" size="xs" /><Text className="grow">您的“{steps[waiting.action]}”已经收到，{when(waiting.due)} 生效。不马上生效，是怕别人从时间上猜出是您。</Text></View>}
      {notTaken && !waiting && <View className="note"><Icon name="notice" size="xs" /><Text className="grow">您的“{steps[notTaken.action]}”没有生效：{notTaken.words}</Text></View>}
    </>
  )
}

function Saying({ saying }: { saying: SayingView }) {
  return (
    <View className="cell stack">
      <View className="second">{saying.on} 您说的 · {saying.isReleased ? '已转写给办理的人' : '只有转写员能听能看'}</View>
      {saying.words && <View>{saying.words}</View>}
      {saying.voice && <VoiceNote url={saying.voice.url} seconds={saying.voice.seconds ?? 0} waveform={saying.voice.waveform} />}
      <PhotoRow photos={saying.photos} />
      {saying.placeWords && <View className="second">{saying.placeWords}</View>}
    </View>
  )
}

function Opening({ opening }: { opening: OpeningView }) {
  return (
    <View className="cell stack">
      <View className="b">{opening.askedBy}，{when(opening.at)}</View>
      <View>理由：{opening.reason}</View>
      <View className="second">
        {openingLabels[opening.state]}{opening.decidedBy && `：${opening.decidedBy}`}{opening.decidedWords && `，${opening.decidedWords}`}
        {opening.readUntil && `。这两人 ${when(opening.readUntil)} 前能看到您的姓名和电话`}
      </View>
    </View>
  )
}

/** What there is of a sealed case for whoever asked: their code, their own words, and everybody who wanted to know who they are. */
export function SealedCard({ view: { sealed, released } }: { view: Pick<CaseView, 'sealed'> & { released?: string } }) {
  if (!sealed?.code) return null
  const { sayings = [], openings = [] } = sealed
  return (
    <>
      <Waiting sealed={sealed} />
      <CodeLine code={sealed.code} />
      {released && <View className="card pad stack"><View className="second">办理的人看到的是</View><View>{released}</View></View>}
      {sayings.length > 0 && <><SectionHeader words="您说的原话" /><View className="card list">{sayings.map((saying) => <Saying key={saying.n} saying={saying} />)}</View></>}
      {openings.length > 0 && <><SectionHeader words="谁想知道您是谁" /><View className="card list">{openings.map((opening) => <Opening key={opening.id} opening={opening} />)}</View></>}
    </>
  )
}
