import type { TemplateState, WhyUnread } from '@xiangli/shared/casework/templates'
import type { CaseView } from '@xiangli/shared/casework/views'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { useDraft } from '../../../../services/use-draft'
import { queryKey } from '../../../../services/use-query'
import { PhotoPicker, type PickedPhoto } from '../../../file/components/PhotoPicker'
import { TemplatePicker } from '../../after/TemplatePicker'
import { useTemplate } from '../../after/use-template'
import '../../after/after.css'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'

export type WordsAction = 'handle' | 'ask' | 'answer' | 'decline' | 'giveUp' | 'disown' | 'unmerge' | 'unpublish' | 'refuseTime' | 'refuseAnswer' | 'listForSupervision' | 'holdHearing' | 'reportResult' | 'waiveCalled'

type Kind = {
  title: string
  label: string
  hint: string
  most: number
  hasPhotos?: boolean
  confirm: string
  done: string
  isDanger?: boolean
  /** What pressing it does, and to whom. */
  effect: (who: string) => string
}

const kinds: Record<WordsAction, Kind> = {
  unpublish: {
    title: '不再公开', label: '理由', hint: '如：反映人不愿意公开', most: 300, confirm: '不再公开', done: '大家已经看不到了', isDanger: true,
    effect: () => '大家马上看不到，理由留在经过里。',
  },
  handle: {
    title: '记一笔', label: '办到哪一步了', hint: '如：看了现场，坑有半米深，先围了起来', most: 1000, hasPhotos: true, confirm: '记下', done: '记下了',
    effect: (who) => `${who} 会在进展里看到这一笔。`,
  },
  answer: {
    title: '办好了，答复', label: '怎么办好的', hint: '如：坑填平了，三轮车能过了', most: 1000, hasPhotos: true, confirm: '答复', done: '已答复，等群众评价',
    effect: (who) => `${who} 会收到答复并评价；时限停下，7 天没有评价自动办结。`,
  },
  ask: {
    title: '请补充情况', label: '想问什么', hint: '如：具体在哪一户门口，什么时候开始的', most: 200, confirm: '发出', done: '已发给群众',
    effect: (who) => `${who} 会马上收到这个问题；时限照走。`,
  },
  decline: {
    title: '不予受理', label: '理由', hint: '说明为什么不归这里办，该找谁', most: 300, confirm: '不予受理', done: '已不予受理', isDanger: true,
    effect: (who) => `这件事就此结束，${who} 会看到这个理由。`,
  },
  unmerge: {
    title: '拆出来单独办', label: '为什么拆出来', hint: '如：不是同一盏灯', most: 300, confirm: '拆出来', done: '已拆出来',
    effect: (who) => `回到合并前的样子，时限照收到那天算；${who} 和办理人会收到消息。`,
  },
  refuseTime: {
    title: '不同意暂停或延期', label: '理由', hint: '如：材料镇上就有，不用等', most: 300, confirm: '不同意', done: '已答复，时限照走',
    effect: (who) => `时限照走；办理人会收到消息，${who} 也看得到这个理由。`,
  },
  refuseAnswer: {
    title: '让再改一改', label: '哪里要改', hint: '如：写清换了哪几盏灯', most: 300, confirm: '退回去改', done: '已退回，办理人收到消息了',
    effect: (who) => `办理人改好再交您签；时限照走，${who} 也看得到这句话。`,
  },
  listForSupervision: {
    title: '挂牌督办', label: '为什么挂牌', hint: '如：同样的事反映了三次', most: 300, confirm: '挂牌督办', done: '已挂牌督办',
    effect: (who) => `责任单位要按时交反馈，到时不交就升到上一级；${who} 看得到在督办。`,
  },
  holdHearing: {
    title: '听证会开过了', label: '谁来了，怎么定的', hint: '如：反映人、村委会、供电所都来了，定了换新灯，十二月前装好', most: 300, confirm: '记下', done: '记下了，请按定的办',
    effect: (who) => `${who} 和办理人会看到；从现在起按一半时限办。`,
  },
  reportResult: {
    title: '报结果', label: '你们这边办得怎么样', hint: '如：总闸关了，换了一截管子', most: 300, confirm: '报上去', done: '已报结果，这件事交还给办理人',
    effect: () => '报完以后，这件事就不再出现在你们单位的清单里。',
  },
  waiveCalled: {
    title: '不再等没报结果的', label: '为什么不等了', hint: '如：村里自己接好了', most: 300, confirm: '不再等', done: '不再等了，可以答复', isDanger: true,
    effect: (who) => `没报结果的单位到此为止；${who} 会看到这个理由。`,
  },
  giveUp: {
    title: '无法办理', label: '理由', hint: '说明为什么办不了，试过什么', most: 300, confirm: '定为无法办理', done: '已定为无法办理', isDanger: true,
    effect: (who) => `这件事就此结束，${who} 会看到这个理由。`,
  },
  disown: {
    title: '本人不要，撤销', label: '本人怎么说的', hint: '如：本人来电说不用办了，不是她的意思', most: 300, confirm: '撤销', done: '已撤销', isDanger: true,
    effect: () => '别人代为反映的事，72 小时内本人可以不要。撤销后就不办了，代办的人会看到这个理由。',
  },
}

const templateStates: Partial<Record<WordsAction, TemplateState>> = { answer: 'answered', decline: 'declined', giveUp: 'unresolvable' }
const unreadWords: Record<WhyUnread, string> = { blanks: '【】里的还没有填，填好再发。', tooSoon: '模板刚放进来，看一遍，改成这件事的话再发。' }

/** One box of words, perhaps some photos, one button. */
export function WordsForm({ action, shown, desk, onDone, onStop }: ActFormProps & { action: WordsAction }) {
  const kind = kinds[action]
  const navigate = useNavigate()
  const client = useQueryClient()
  const [words, write] = useDraft(`${shown.id}.${action}`)
  const [photos, setPhotos] = useState<PickedPhoto[]>([])
  const said = words.trim()
  const photoFileIds = photos.flatMap((photo) => (photo.fileId ? [photo.fileId] : []))
  const template = useTemplate(words)
  const state = templateStates[action]
  const isWaiting = photos.some((photo) => photo.stage === 'sending')

  const send = () => {
    if (action === 'ask') return desk.act('casework.ask', { question: said })
    if (action === 'decline') return desk.act('casework.decline', { reason: said, ...template.sent })
    if (action === 'disown') return desk.act('casework.disown', { reason: said })
    if (action === 'reportResult') return desk.act('casework.reportResult', { words: said })
    if (action === 'waiveCalled') return desk.act('casework.waiveCalled', { reason: said })
    if (action === 'unmerge') return desk.act('casework.unmerge', { reason: said })
    if (action === 'unpublish') return desk.act('casework.unpublish', { reason: said })
    if (action === 'refuseTime') return desk.act('casework.refuseTime', { reason: said })
    if (action === 'refuseAnswer') return desk.act('casework.refuseAnswer', { reason: said })
    if (action === 'listForSupervision') return desk.act('casework.listForSupervision', { reason: said })
    if (action === 'giveUp') return desk.act('casework.giveUp', { reason: said, ...template.sent })
    if (action === 'holdHearing') return desk.act('casework.holdHearing', { words: said })
    if (action === 'handle') return desk.act('casework.handle', { words: said, photoFileIds })
    return desk.act('casework.answer', { words: said, photoFileIds, ...template.sent })
  }
  const submit = async () => {
    if (template.why || !(await send())) return
    write('')
    const after = client.getQueryData<CaseView>(queryKey('casework.getCase', { caseId: shown.id }))
    onDone(action === 'answer' && after?.signing ? '写好了，等负责人签字' : kind.done)
    if (action === 'reportResult') void navigate('/cases?queue=called', { replace: true })
  }
  return (
    <FormFrame title={kind.title} onStop={onStop} onSubmit={() => void submit()}>
      {state && <TemplatePicker shown={shown} state={state} onInsert={(text, from) => { write(text.slice(0, kind.most)); template.insert(from) }} />}
      <label htmlFor="act-words">{kind.label}</label>
      <Input.TextArea
        id="act-words" value={words} maxLength={kind.most} showCount autoFocus autoSize={{ minRows: 4, maxRows: 10 }} placeholder={kind.hint}
        onChange={(event) => write(event.target.value)}
      />
      {kind.hasPhotos && <PhotoPicker photos={photos} onChange={setPhotos} />}
      <NoticeLine icon={kind.isDanger ? 'warning' : 'message'} tone={kind.isDanger ? 'soon' : 'plain'}>{kind.effect(shown.requester.name)}</NoticeLine>
      {template.why && <NoticeLine icon="eye" tone="soon">{unreadWords[template.why]}</NoticeLine>}
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" danger={Boolean(kind.isDanger)} htmlType="submit" className="fill" loading={desk.isBusy} disabled={!said || isWaiting || template.why !== null}>
          {isWaiting ? '照片还在传' : kind.confirm}
        </Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不办</Button>
      </div>
    </FormFrame>
  )
}
