import type { CaseView } from '@xiangli/shared/casework/views'
import { NoticeLine } from '../../../../components/NoticeLine'
import { fullTime } from '../../../../components/time-words'
import './hands.css'

function disputeOf({ arbitration, isBound, returnedCount }: CaseView): { words: string; tone: 'plain' | 'soon' | 'overdue' } | null {
  if (arbitration) {
    const isLate = Date.parse(arbitration.due) < Date.now()
    const until = fullTime(arbitration.due)
    return { words: `等${arbitration.unitName}裁定由谁办，${isLate ? `本该 ${until} 前定` : `${until} 前定`}`, tone: isLate ? 'overdue' : 'soon' }
  }
  if (isBound) return { words: '已裁定由谁办，不能再退。', tone: 'plain' }
  return returnedCount ? { words: `退回过 ${returnedCount} 次，再退就交上级裁定。`, tone: 'plain' } : null
}

/** Sent back and forth: how often, and who decides until when. */
export function DisputeLine({ shown }: { shown: CaseView }) {
  const dispute = disputeOf(shown)
  if (!dispute) return null
  return <div className="hands"><NoticeLine icon="shield" tone={dispute.tone}>{dispute.words}</NoticeLine></div>
}
