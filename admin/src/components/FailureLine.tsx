import type { CallError } from '@xiangli/shared/catalog/call'
import { FailureCode } from './FailureCode'
import { NoticeLine } from './NoticeLine'

/** A refused command, said next to the button that was pressed. */
export function FailureLine({ failure }: { failure: CallError | null }) {
  if (!failure) return null
  return (
    <NoticeLine icon="warning" tone="overdue">
      {failure.message}
      <br />
      <FailureCode failure={failure} />
    </NoticeLine>
  )
}
