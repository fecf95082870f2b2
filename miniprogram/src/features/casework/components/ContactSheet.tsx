import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Sheet } from '@/components/Sheet'
import { call } from '@/services/call'
import { newId } from '@/services/ids'
import { asCallError } from '@/services/request'
import { tell } from '@/services/tell'

interface ContactSheetProps {
  caseId: string
  isOpen: boolean
  onClose: () => void
}

const REASONS = ['问清情况', '约时间上门', '告诉办理结果'] as const
type Reason = (typeof REASONS)[number]

/** A name and number are shown for a reason, and the looking is recorded. */
export function ContactSheet({ caseId, isOpen, onClose }: ContactSheetProps) {
  const [reason, setReason] = useState<Reason>('问清情况')
  const [isBusy, setBusy] = useState(false)
  const [person, setPerson] = useState<OutputOf<'casework.revealRequester'>>()
  const reveal = async () => {
    setBusy(true)
    try {
      setPerson(await call('casework.revealRequester', { caseId, reason }, { key: newId() }))
    } catch (cause) {
      tell(asCallError(cause).message)
    }
    setBusy(false)
  }
  const phone = person?.phone
  return (
    <Sheet title={person ? person.name : '为什么要联系他'} isOpen={isOpen} onClose={onClose}>
      {!person && <Chips label="为什么" options={REASONS.map((words) => ({ value: words, words }))} value={reason} onChange={setReason} />}
      <View className="second">{person ? (phone ?? '没有留电话，可以请他补充情况') : '看一次记一次，反映人的信息只用来办这件事。'}</View>
      {!person && <Button id="reveal" isWide words="看姓名和电话" isBusy={isBusy} onTap={() => void reveal()} />}
      {phone && <Button isWide icon="phone" words={`打给${person.name}`} onTap={() => void Taro.makePhoneCall({ phoneNumber: phone })} />}
      {person && !phone && <Button isWide kind="line" words="知道了" onTap={onClose} />}
    </Sheet>
  )
}
