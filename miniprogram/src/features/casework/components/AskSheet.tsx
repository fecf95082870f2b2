import { useState } from 'react'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { TextArea } from '@/components/TextArea'
import { decide } from '../decide'
import { beside } from '../say'

interface AskSheetProps {
  view: CaseView
  isOpen: boolean
  onClose: () => void
  onChange: (view: CaseView) => void
}

export function AskSheet({ view, isOpen, onClose, onChange }: AskSheetProps) {
  const [question, setQuestion] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const decided = await decide({ operation: 'casework.ask', caseId: view.id, title: view.title, input: { question: question.trim() } })
    setBusy(false)
    if (decided.kind === 'refused') return
    if (decided.kind === 'sent') onChange(decided.view)
    setQuestion('')
    onClose()
  }
  return (
    <Sheet title={`请${beside(view.requester.name)}补充什么`} isOpen={isOpen} onClose={onClose}>
      <TextArea id="question" isShort label="想问什么" most={200} value={question} placeholder="比如：是路东还是路西那一盏" onChange={setQuestion} />
      <Button id="send-question" isWide words="发给他" isBusy={isBusy} isDisabled={question.trim() === ''} onTap={() => void send()} />
    </Sheet>
  )
}
