import { Text } from '@tarojs/components'
import { stateLabels } from '@xiangli/shared/casework/labels'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import { DeadlineTag } from '@/components/DeadlineTag'
import { ListItem } from '@/components/ListItem'
import { Thumb } from '@/components/Photo'
import { StateTag } from '@/components/StateTag'
import { when } from '@/services/when'

interface CaseItemProps {
  summary: CaseSummary
  /** As the one who asked, or as the one who handles. */
  as: 'requester' | 'handler'
  onTap: () => void
}

function footWords({ state, acceptBy, redAt, updatedAt }: CaseSummary): string {
  if (state === 'pending' && acceptBy) return `${when(acceptBy)} 前接`
  if (redAt) return `${when(redAt)} 前`
  return when(updatedAt)
}

export function CaseItem({ summary, as, onTap }: CaseItemProps) {
  const who = as === 'requester' ? summary.handlerName : summary.requesterName
  const isAskingMe = as === 'requester' && summary.isAsked
  return (
    <ListItem
      id={`case-${summary.id}`}
      title={summary.title}
      note={<>{stateLabels[summary.state]}<Text className="sep" />{who}</>}
      lead={<Thumb url={summary.thumbUrl} voiceSeconds={summary.voiceSeconds} label={summary.title} />}
      foot={
        <>
          {isAskingMe ? <StateTag tone="wait" icon="message" words="等您补充" /> : <DeadlineTag of={summary} isMine={as === 'requester'} />}
          <Text>{footWords(summary)}</Text>
        </>
      }
      onTap={onTap}
    />
  )
}
