import { stateLabels } from '@xiangli/shared/casework/labels'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Link } from 'react-router'
import { shortTime } from '../../../../components/time-words'
import './similar.css'

/** A case that was merged says where it went. */
export function MergedLine({ shown: { merged } }: { shown: CaseView }) {
  if (!merged) return null
  const name = `${merged.serial} ${merged.title}`
  return (
    <div className="merged-line">
      <span className="second">{shortTime(merged.at)} 起和这一件一起办</span>
      {merged.id ? <Link to={`/cases/${merged.id}`}><b>{name}</b></Link> : <b>{name}</b>}
      <span className="tiny second">{stateLabels[merged.state]} · {merged.handlerName}</span>
    </div>
  )
}
