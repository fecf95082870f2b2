import type { CaseAction } from '@xiangli/shared/casework/case-type'
import { isOpen } from '@xiangli/shared/casework/states'
import type { CaseView } from '@xiangli/shared/casework/views'
import { App } from 'antd'
import { useState } from 'react'
import { ActionPanel, type PanelAction } from '../../../../components/ActionPanel'
import { FailureLine } from '../../../../components/FailureLine'
import { LimitCard } from '../../../../components/LimitCard'
import { fullTime, lengthWords, shortTime } from '../../../../components/time-words'
import { useNow } from '../../../../services/clock'
import { useMe } from '../../../../services/me'
import { WatchCase } from '../../../handover/components/WatchCase'
import { actionLooks, firstAction } from '../../case-words'
import { useCaseAct } from '../../hooks/use-case-act'
import { ChildrenPanel } from '../similar/ChildrenPanel'
import { MergedLine } from '../similar/MergedLine'
import { SimilarPanel } from '../similar/SimilarPanel'
import { ActForm } from './ActForm'
import { CalledPanel } from './CalledPanel'
import { DisputeLine } from './DisputeLine'
import { HeldBar } from './HeldBar'
import { OpeningPanel } from './OpeningPanel'

/** Everything decided here: how much time is left, who has it, what I can do. */
export function CaseDesk({ shown }: { shown: CaseView }) {
  const desk = useCaseAct(shown)
  const [doing, setDoing] = useState<CaseAction | null>(null)
  const { message } = App.useApp()
  const stop = () => {
    setDoing(null)
    desk.clear()
  }
  const finish = (said: string) => {
    setDoing(null)
    void message.success(said)
  }
  const accept = async () => {
    if (await desk.act('casework.accept', {})) finish('已受理，群众已收到消息')
  }
  const arrive = async () => {
    if (await desk.act('casework.arrive', {})) finish('已报到，请人的单位收到消息了')
  }
  const start = (action: CaseAction) => {
    desk.clear()
    if (action === 'accept') void accept()
    else if (action === 'arrive') void arrive()
    else setDoing(action)
  }
  const isStillMine = doing !== null && shown.can.includes(doing)
  return (
    <section className="card col case-desk" aria-label="办理">
      <div className="case-scroll">
        <Limit shown={shown} />
        {!(doing && isStillMine) && <><MergedLine shown={shown} /><DisputeLine shown={shown} /><Holders shown={shown} /><CalledPanel shown={shown} /></>}
        {doing && isStillMine ? (
          <ActForm key={doing} action={doing} shown={shown} desk={desk} onDone={finish} onStop={stop} />
        ) : (
          <>
            <Actions shown={shown} isBusy={desk.isBusy} onStart={start} />
            {isOpen(shown.state) && <WatchCase caseId={shown.id} />}
            {desk.failure && <div className="case-failure"><FailureLine failure={desk.failure} /></div>}
            <OpeningPanel shown={shown} />
            <HeldBar shown={shown} />
            <ChildrenPanel shown={shown} />
            <SimilarPanel shown={shown} />
          </>
        )}
      </div>
    </section>
  )
}

/** Accepting has a limit of its own inside the whole. */
function acceptWords(acceptBy: string, now: number): string {
  const late = now - Date.parse(acceptBy)
  const until = shortTime(acceptBy, now)
  return late > 0 ? `${until} 前就该受理，已晚 ${lengthWords(late)}` : `${until} 前要受理`
}

function Limit({ shown }: { shown: CaseView }) {
  const now = useNow()
  const reopened = shown.timeline.filter(({ action }) => action === 'reopen' || action === 'notFixed' || action === 'holdHearing').pop()
  const kept = shown.remainingMinutes
  const standing = shown.pause ? '暂停中' : shown.state === 'answered' ? '等群众评价' : '已结束'
  const notes = [
    shown.acceptBy ? acceptWords(shown.acceptBy, now) : '',
    shown.state === 'answered' && kept !== undefined ? `时限停在还剩 ${lengthWords(Math.max(0, kept) * 60_000)}` : '',
    shown.rateBy && shown.state === 'answered' ? `${fullTime(shown.rateBy)} 前没有评价就自动办结` : '',
    shown.pause && kept !== undefined ? `恢复后还剩 ${Math.floor(Math.max(0, kept) / 60)} 个${shown.grade === 'urgent' ? '' : '办公'}小时` : '',
    shown.isExtended ? '已经延期一次' : '',
    shown.isProvisional ? '暂定：放假安排还没公布，日子可能会动' : '',
    shown.hearing && !shown.hearing.heldAt ? `${fullTime(shown.hearing.due)} 前要开听证会，开过才能答复` : '',
    shown.isUnrated ? '群众没有评价，不算满意' : '',
  ]
  return (
    <LimitCard
      name={isOpen(shown.state) ? '总时限' : '时限'} colour={shown.colour} startAt={reopened?.at ?? shown.receivedAt} isDayOnly={!reopened && shown.names === 'sealed'}
      yellowAt={shown.yellowAt ?? null} dueAt={shown.redAt ?? null} standing={standing} note={notes.filter(Boolean).join('；')}
    />
  )
}

function Holders({ shown: { owner, handler, rating } }: { shown: CaseView }) {
  return (
    <dl className="facts case-holders">
      <dt>责任单位</dt>
      <dd><b>{owner.name}</b></dd>
      <dt>办理人</dt>
      <dd>
        <b>{handler.name}</b>{handler.isMe ? '（我）' : ''} {handler.title} {handler.phone && <a href={`tel:${handler.phone}`}>{handler.phone}</a>}
        <span className="tiny second"><br />{handler.personId ? `${handler.unitName}，` : '由单位办，还没有定到人；'}{shortTime(handler.since)} 起</span>
      </dd>
      {rating && <><dt>评价</dt><dd><b>{rating.score} 分</b> {rating.words}</dd></>}
    </dl>
  )
}

function Actions({ shown, isBusy, onStart }: { shown: CaseView; isBusy: boolean; onStart: (action: CaseAction) => void }) {
  const me = useMe()
  const known = shown.can.filter((action) => action in actionLooks && (action !== 'release' || shown.sealed?.toRelease !== undefined))
  const first = firstAction(known, shown.state)
  const panelAction = (action: CaseAction): PanelAction => ({
    key: action,
    label: actionLooks[action]?.label ?? action,
    icon: actionLooks[action]?.icon ?? 'more',
    isDanger: action === 'decline' || action === 'giveUp' || action === 'disown' || action === 'unpublish',
    onPress: () => onStart(action),
  })
  const order = Object.keys(actionLooks) as CaseAction[]
  const others = order.filter((action) => known.includes(action) && action !== first).map(panelAction)
  const empty = isOpen(shown.state) ? '这一步不由您来办，进展会自动更新在这里。' : '这件事已经结束，没有要办的了。'
  return (
    <ActionPanel
      title="我现在能做的" who={me.name} isBusy={isBusy} others={others} empty={empty}
      {...(first ? { main: panelAction(first) } : {})}
    />
  )
}
