import type { CalledView, CaseView } from '@xiangli/shared/casework/views'
import { Tag, type TagTone } from '../../../../components/Tag'
import { shortTime } from '../../../../components/time-words'
import './hands.css'

function standing({ reportedAt, isWaived, arrivedAt, isLate, arriveBy }: CalledView): { words: string; tone: TagTone } {
  if (reportedAt) return { words: `${shortTime(reportedAt)} 报了结果`, tone: 'plain' }
  if (isWaived) return { words: '不再等', tone: 'plain' }
  if (arrivedAt) return { words: `${shortTime(arrivedAt)} 到了，在办`, tone: 'primary' }
  return isLate ? { words: `${shortTime(arriveBy)} 前该到，还没到`, tone: 'soon' } : { words: `${shortTime(arriveBy)} 前报到`, tone: 'edit' }
}

/** Each unit that was called: what for, and how far it has come. */
export function CalledPanel({ shown: { called } }: { shown: CaseView }) {
  if (!called) return null
  return (
    <section className="hands" aria-label="请来的单位">
      <h2 className="section-name">请了 {called.length} 家一起办</h2>
      <ul>
        {called.map((each) => {
          const { words, tone } = standing(each)
          return (
            <li key={each.unitId}>
              <span className="row"><b className="fill clip">{each.unitName}</b><Tag tone={tone}>{words}</Tag></span>
              <span className="tiny second">{each.report ? `结果：${each.report}` : each.task}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
