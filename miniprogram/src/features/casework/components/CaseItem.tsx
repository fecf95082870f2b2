import { Text } from '@tarojs/components'
import { stateLabels } from '@xiangli/shared/casework/labels'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import { DeadlineTag } from '@/components/DeadlineTag'
import { ListItem } from '@/components/ListItem'
import { Thumb } from '@/components/Photo'
import { StateTag } from '@/components/StateTag'
import { beside } from '../say'
import { colourNow, lateSince } from '@/services/due'
import { shortly } from '@/services/when'

interface CaseItemProps {
  summary: CaseSummary
  /** As the one who asked, or as the one who handles. */
  as: 'requester' | 'handler'
  onTap: () => void
}

function footWords(summary: CaseSummary): string {
  const { state, acceptBy, redAt, updatedAt } = summary
  if (redAt && colourNow(summary) === 'red') return `该 ${shortly(redAt)}`
  if (state === 'pending' && acceptBy) return lateSince(summary) ? `该 ${shortly(acceptBy)} 接，${shortly(redAt ?? acceptBy)} 前办好` : `${shortly(acceptBy)} 前接`
  return redAt ? `${shortly(redAt)} 前` : shortly(updatedAt)
}

export function CaseItem({ summary, as, onTap }: CaseItemProps) {
  const who = as === 'requester' ? summary.handlerName : summary.requesterName
  const isAskingMe = as === 'requester' && summary.isAsked
  return (
    <ListItem
      id={`case-${summary.id}`}
      title={summary.title}
      note={<>{stateLabels[summary.state]}<Text className="sep" />{as === 'requester' && summary.filedByMe ? `替${beside(summary.requesterName)}，` : ''}{who}</>}
      lead={<Thumb url={summary.thumbUrl} voiceSeconds={summary.voiceSeconds} label={summary.title} />}
      foot={
        <>
          {isAskingMe ? <StateTag tone="wait" icon="message" words="等您补充" /> : <DeadlineTag of={summary} isMine={as === 'requester'} />}
          {summary.names === 'sealed' && <StateTag tone="wait" icon="lock" words="隐名" />}
          {summary.isSupervised && <StateTag tone="wait" icon="notice" words="督办" />}
          <Text>{footWords(summary)}</Text>
        </>
      }
      onTap={onTap}
    />
  )
}
