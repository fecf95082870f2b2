import type { CommandName, InputOf } from '@xiangli/shared/catalog/contracts'
import type { CaseView } from '@xiangli/shared/casework/views'
import { newId } from '@/services/ids'
import { perform } from '@/services/queue/perform'
import { remember } from '@/services/seen'
import { tell } from '@/services/tell'

/** The commands of a case that answer with the case. */
type CaseCommand = Extract<CommandName, `casework.${'submit' | 'withdraw' | 'accept' | 'handle' | 'ask' | 'supplement' | 'answer' | 'rate' | 'reopen' | 'disown' | 'askTime' | 'resume' | 'answerCallBack'}`>

interface Material {
  voice?: { ref: string }
  photos?: readonly string[]
}

interface Decision<N extends CaseCommand> {
  operation: N
  caseId: string
  title: string
  input: Omit<InputOf<N>, 'caseId' | 'voiceFileId' | 'photoFileIds'>
  material?: Material
}

export type Decided = { kind: 'sent'; view: CaseView } | { kind: 'waiting' } | { kind: 'refused' }

/** Voice and photos get their ids here, at the tap; the queue brings them over before the words. */
function attach({ voice, photos = [] }: Material) {
  const spoken = voice && { fileId: newId(), kind: 'voice' as const, ref: voice.ref }
  const pictures = photos.map((ref) => ({ fileId: newId(), kind: 'photo' as const, ref }))
  return {
    attachments: [...(spoken ? [spoken] : []), ...pictures],
    ids: { ...(spoken && { voiceFileId: spoken.fileId }), ...(pictures.length > 0 && { photoFileIds: pictures.map((each) => each.fileId) }) },
  }
}

export async function decide<N extends CaseCommand>({ operation, caseId, title, input, material = {} }: Decision<N>): Promise<Decided> {
  const { attachments, ids } = attach(material)
  const whole = { ...input, ...ids, caseId } as InputOf<N>
  const outcome = await perform({ operation, input: whole, attachments, record: caseId, title })
  if (outcome.kind === 'sent') {
    const view = outcome.output as CaseView
    const seenAs = view.requester.isMe || (view.channel === 'helper' && view.filedBy?.isMe) ? 'casework.getMine' : 'casework.getCase'
    remember(`${seenAs} ${JSON.stringify({ caseId: view.id })}`, view)
    return { kind: 'sent', view }
  }
  if (outcome.kind === 'refused') tell(outcome.error.message)
  else tell('网络不太好，内容已保存，连上网会自动发出。')
  return { kind: outcome.kind }
}
