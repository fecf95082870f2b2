import type { CaseAction } from '@xiangli/shared/casework/case-type'
import type { CaseView } from '@xiangli/shared/casework/views'
import type { CaseAct } from '../../hooks/use-case-act'
import { AssignForm } from './AssignForm'
import { PublishForm } from './PublishForm'
import { FeedbackForm } from './FeedbackForm'
import { ArbitrateForm } from './ArbitrateForm'
import { ReleaseForm } from './ReleaseForm'
import { RiskForm } from './RiskForm'
import { ReturnForm } from './ReturnForm'
import { WhistleForm } from './WhistleForm'
import { RouteForm } from './RouteForm'
import { TimeForm } from './TimeForm'
import { WordsForm, type WordsAction } from './WordsForm'
import { isYesAction, YesForm } from './YesForm'

export type ActFormProps = { shown: CaseView; desk: CaseAct; onDone: (said: string) => void; onStop: () => void }

const wordsActions: readonly CaseAction[] = ['handle', 'ask', 'answer', 'decline', 'giveUp', 'disown', 'unmerge', 'unpublish', 'refuseTime', 'refuseAnswer', 'listForSupervision', 'holdHearing', 'reportResult', 'waiveCalled']

const isWordsAction = (action: CaseAction): action is WordsAction => wordsActions.includes(action)

/** The form of one action, in the place of the buttons. */
export function ActForm({ action, ...props }: ActFormProps & { action: CaseAction }) {
  if (isWordsAction(action)) return <WordsForm action={action} {...props} />
  if (action === 'assign') return <AssignForm {...props} />
  if (action === 'route') return <RouteForm {...props} />
  if (action === 'publish') return <PublishForm {...props} />
  if (action === 'fileFeedback') return <FeedbackForm {...props} />
  if (action === 'askTime') return <TimeForm {...props} />
  if (isYesAction(action)) return <YesForm action={action} {...props} />
  if (action === 'release') return <ReleaseForm {...props} />
  if (action === 'returnCase') return <ReturnForm {...props} />
  if (action === 'arbitrate') return <ArbitrateForm {...props} />
  if (action === 'setRisk') return <RiskForm {...props} />
  if (action === 'whistle') return <WhistleForm {...props} />
  return null
}
