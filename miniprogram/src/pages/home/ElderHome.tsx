import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { HoldToTalk } from '@/components/HoldToTalk'
import { Icon, type IconName } from '@/components/Icon'
import { Tap } from '@/components/Tap'
import { Thumb } from '@/components/Photo'
import { QueuedItems } from '@/features/casework/components/QueuedItems'
import { useDraft, write } from '@/features/casework/draft'
import { asMyself, open } from '@/features/casework/open'
import { beside } from '@/features/casework/say'
import { usePull } from '@/hooks/use-pull'
import type { Recording } from '@/hooks/use-recorder'
import { useSession } from '@/services/session'
import { confirm } from '@/services/tell'
import { DeskRow } from './DeskRow'
import { useHome, type HomeCase } from './use-home'
import './ElderHome.scss'

/** A note already saved is not spoken over without asking. */
async function say({ ref, seconds }: Recording) {
  const hasVoice = useDraft.getState().voice !== undefined
  const isNew = !hasVoice || (await confirm({ title: '换成刚说的这段？', content: '上次说的还没有交，换了就没有了。', yes: '换成新的', no: '留着上次的' }))
  if (isNew) write({ voice: { ref, seconds } })
  void asMyself(() => open('submit'))
}

function Ask({ summary }: { summary: HomeCase }) {
  const { id, title, isAsked, handlerName, thumbUrl, voiceSeconds } = summary
  return (
    <View className="card pad">
      <Tap className="row elder-ask" onTap={() => open('case', { id })}>
        <Thumb url={thumbUrl} voiceSeconds={voiceSeconds} label={title} />
        <View className="grow">
          <View className="elder-title two-lines">{isAsked ? `${beside(handlerName)}想问您` : title}</View>
          <View className="second">{isAsked ? title : '说办好了，您看行吗'}</View>
        </View>
      </Tap>
      {isAsked
        ? <Button isWide kind="tint" words="去说说" onTap={() => open('supplement', { id })} />
        : (
          <View className="elder-two">
            <Button isWide kind="tint" icon="check" words="办好了" onTap={() => open('rate', { id })} />
            <Button isWide kind="line" words="没办好" onTap={() => open('rate', { id, for: 'reopen' })} />
          </View>
        )}
    </View>
  )
}

function Big({ icon, words, note, onTap }: { icon: IconName; words: string; note: string; onTap: () => void }) {
  return (
    <Tap className="cell row elder-big" onTap={onTap}>
      <View className="round"><Icon name={icon} /></View>
      <View className="grow"><View className="elder-title">{words}</View><View className="second">{note}</View></View>
    </Tap>
  )
}

/** Fewer entries, larger; speaking instead of typing. */
export function ElderHome() {
  const isIn = useSession((session) => session.me !== undefined)
  const { todo, openCount, reload } = useHome()
  usePull(reload)
  return (
    <>
      <HoldToTalk isCard onDone={(recording) => void say(recording)} />
      <DeskRow most={0} />
      {todo.slice(0, 1).map((summary) => <Ask key={summary.id} summary={summary} />)}
      {isIn && <QueuedItems />}
      <View className="card list">
        <Big icon="tasks" words="我反映的事" note={openCount ? `${openCount} 件正在办` : '看看办到哪儿了'} onTap={() => void asMyself(() => open('mine'))} />
        <Big icon="bell" words="给我的消息" note="谁接了、办好没有" onTap={() => void Taro.switchTab({ url: '/pages/inbox/index' })} />
      </View>
    </>
  )
}
