import type { CaseView } from '@xiangli/shared/casework/views'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { TextArea } from '@/components/TextArea'
import { decide } from '../decide'
import { beside } from '../say'
import { useReply } from '../use-reply'
import { DraftNote } from './DraftNote'

interface AskSheetProps {
  view: CaseView
  isOpen: boolean
  onClose: () => void
  onChange: (view: CaseView) => void
}

export function AskSheet({ view, isOpen, onClose, onChange }: AskSheetProps) {
  const { reply, write, isBusy, isRestored, clear, send } = useReply(`${view.id} ask`)
  const question = reply.words.trim()
  const ask = async () => {
    const decided = await send(() => decide({ operation: 'casework.ask', caseId: view.id, title: view.title, input: { question } }))
    if (decided.kind === 'refused') return
    if (decided.kind === 'sent') onChange(decided.view)
    clear()
    onClose()
  }
  return (
    <Sheet title={`请${beside(view.requester.name)}补充什么`} isOpen={isOpen} onClose={onClose}>
      <DraftNote isShown={isRestored} onDiscard={clear} />
      <TextArea id="question" isShort label="想问什么" most={200} value={reply.words} placeholder="比如：是路东还是路西那一盏" onChange={(words) => write({ words })} />
      <Button id="send-question" isWide words="发给他" isBusy={isBusy} isDisabled={question === ''} onTap={() => void ask()} />
    </Sheet>
  )
}
