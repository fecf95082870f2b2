import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button } from '@/components/Button'
import { confirm } from '@/services/tell'
import { decide } from '../decide'
import { open } from '../open'

interface CaseDockProps {
  view: CaseView
  onChange: (view: CaseView) => void
  onAsk: () => void
  onTime: () => void
}

interface Choice {
  id: string
  words: string
  isMain: boolean
  onTap: () => void
}

/** Only what the server says may be done now; the likeliest is the large one. */
export function CaseDock({ view, onChange, onAsk, onTime }: CaseDockProps) {
  const [busy, setBusy] = useState<string>()
  const { id, title, can, requester, asked } = view
  const run = async (operation: 'casework.accept' | 'casework.withdraw' | 'casework.resume') => {
    setBusy(operation)
    const decided = await decide({ operation, caseId: id, title, input: {} })
    setBusy(undefined)
    if (decided.kind === 'sent') onChange(decided.view)
  }
  const withdraw = async () => {
    if (await confirm({ title: '撤回这件事？', content: '还没有人受理，撤回后就不办了。', yes: '撤回' })) await run('casework.withdraw')
  }
  const resume = async () => {
    if (await confirm({ title: '恢复办理？', content: '时限从现在接着走，反映的人会知道。', yes: '恢复办理' })) await run('casework.resume')
  }
  const disown = async () => {
    const isHelper = view.channel === 'helper' && view.filedBy?.isMe
    const content = isHelper ? '撤销后就不办了，办理人会知道。' : '只在本人说不要时撤销，会记下是您撤销的。'
    if (!(await confirm({ title: '撤销这件代为反映的事？', content, yes: '撤销' }))) return
    setBusy('casework.disown')
    const decided = await decide({ operation: 'casework.disown', caseId: id, title, input: { reason: isHelper ? '代办的人撤销了' : '本人说不要' } })
    setBusy(undefined)
    if (decided.kind === 'sent') onChange(decided.view)
  }
  const isMine = requester.isMe
  const whose: Record<string, string> = isMine ? { id } : { id, as: 'staff' }
  const all: Record<string, Omit<Choice, 'id'>> = {
    withdraw: { words: '撤回', isMain: false, onTap: () => void withdraw() },
    disown: { words: '撤销', isMain: false, onTap: () => void disown() },
    reopen: { words: '没办好', isMain: false, onTap: () => open('rate', { id, for: 'reopen' }) },
    ask: { words: '请他补充', isMain: false, onTap: onAsk },
    askTime: { words: '要时间', isMain: false, onTap: onTime },
    resume: { words: '恢复办理', isMain: false, onTap: () => void resume() },
    handle: { words: '记一笔', isMain: false, onTap: () => open('handle', { ...whose, for: 'note' }) },
    supplement: { words: '补充情况', isMain: (isMine || view.filedBy?.isMe === true) && asked !== undefined, onTap: () => open('supplement', { id }) },
    accept: { words: '我来办', isMain: true, onTap: () => void run('casework.accept') },
    answer: { words: '去办理', isMain: true, onTap: () => open('handle', whose) },
    rate: { words: '去评价', isMain: true, onTap: () => open('rate', { id }) },
  }
  const choices: Choice[] = Object.entries(all).filter(([action]) => (can as readonly string[]).includes(action)).map(([action, choice]) => ({ id: action, ...choice }))
  if (choices.length === 0) return null
  const main = choices.find((choice) => choice.isMain)
  const others = choices.filter((choice) => choice !== main)
  const button = ({ id: action, words, onTap }: Choice) => (
    <Button key={action} id={`do-${action}`} isWide kind={action === main?.id ? 'primary' : 'line'} words={words} isBusy={busy === `casework.${action}`} onTap={onTap} />
  )
  const beside = others.map((choice) => <View key={choice.id} className="other">{button(choice)}</View>)
  if (others.length === 1 && main) return <View className="dock-row">{beside}<View className="main">{button(main)}</View></View>
  return (
    <>
      {main && button(main)}
      {others.length > 0 && <View className="dock-others">{beside}</View>}
    </>
  )
}
