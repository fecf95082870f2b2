import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button } from '@/components/Button'
import { TextArea } from '@/components/TextArea'
import { decide } from '../decide'

interface LastingCardProps {
  view: CaseView
  onChange: (view: CaseView) => void
}

/** Long after the repair, quietly: one tap says it holds, two that it is broken again. */
export function LastingCard({ view, onChange }: LastingCardProps) {
  const [isBroken, setBroken] = useState(false)
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState<'fine' | 'broken'>()
  if (view.callBack?.kind !== 'lasting' || !view.can.includes('answerCallBack')) return null
  const say = async (isFixed: boolean) => {
    setBusy(isFixed ? 'fine' : 'broken')
    const said = words.trim()
    const decided = await decide({ operation: 'casework.answerCallBack', caseId: view.id, title: view.title, input: { isFixed, ...(!isFixed && said ? { words: said } : {}) } })
    setBusy(undefined)
    if (decided.kind === 'sent') onChange(decided.view)
  }
  return (
    <View className="card pad stack">
      <View>
        <View className="b">修好的还好用吗？</View>
        <View className="second">{isBroken ? '说说哪里又坏了，不说也行。这件事接着办，不用重新反映。' : '过了一阵子，问您一声。'}</View>
      </View>
      {isBroken && <TextArea isShort value={words} most={300} label="哪里又坏了" placeholder="如：下雨又塌了" onChange={setWords} />}
      <View className="dock-row">
        {!isBroken && <View className="main"><Button id="still-fine" isWide kind="line" words="好着呢" isBusy={busy === 'fine'} onTap={() => void say(true)} /></View>}
        {isBroken && <View className="main"><Button id="not-broken" isWide kind="line" words="没坏" onTap={() => setBroken(false)} /></View>}
        <View className="main"><Button id="broken-again" isWide kind={isBroken ? 'primary' : 'line'} words={isBroken ? '接着办' : '又坏了'} isBusy={busy === 'broken'} onTap={() => (isBroken ? void say(false) : setBroken(true))} /></View>
      </View>
    </View>
  )
}
