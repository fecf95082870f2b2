import { categoryOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { stopFor, type Question } from '@xiangli/shared/casework/stoppers'
import { Radio } from 'antd'
import { NoticeLine } from '../../../components/NoticeLine'

type Props = { type: CaseType; category: string | undefined; answers: Record<string, string>; onChange: (answers: Record<string, string>) => void }

/** What the category asks first; an emergency is sent to its number, and nothing is written down. */
export function StopField({ type, category, answers, onChange }: Props) {
  const questions: readonly Question[] = categoryOf(type, category)?.questions ?? []
  const stop = stopFor(type, answers)
  return (
    <>
      {questions.map(({ code, words, answers: choices }) => (
        <div key={code} className="col">
          <span className="label" id={`ask-${code}`}>问一句：{words}</span>
          <Radio.Group
            aria-labelledby={`ask-${code}`} value={answers[code]} options={choices.map((choice) => ({ value: choice.code, label: choice.label }))}
            onChange={(event) => onChange({ ...answers, [code]: event.target.value as string })}
          />
        </div>
      ))}
      {stop && <NoticeLine icon="warning" tone="overdue">告诉对方：<b>{stop.words}</b>。这种情况不登记，请对方马上打 <a href={`tel:${stop.number}`}><b>{stop.number}</b></a>。</NoticeLine>}
    </>
  )
}
