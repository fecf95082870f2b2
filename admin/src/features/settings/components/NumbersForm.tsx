import { gradeLabels } from '@xiangli/shared/casework/labels'
import { numberAt, numberRows, unitLabels, type NumberRow } from '@xiangli/shared/casework/settings/numbers'
import { GRADES, type Grade } from '@xiangli/shared/casework/states'
import { Input, Segmented } from 'antd'
import { inHours } from '../hours'
import { withNumber } from '../settings-draft'
import type { EditedSettings } from '../use-settings-draft'
import { FieldFrame } from './FieldFrame'
import { LengthField } from './LengthField'

type Props = { edited: EditedSettings; isOff: boolean }

const paces = [{ value: 'working' as const, label: '按工作时间' }, { value: 'natural' as const, label: '按自然时间' }]

/** Limits of each grade, and every other number of the settings. */
export function NumbersForm({ edited, isOff }: Props) {
  return (
    <div className="set-numbers">
      {GRADES.map((grade) => <GradeCard key={grade} grade={grade} edited={edited} isOff={isOff} />)}
      <section className="card set-form" aria-label="时间和次数">
        <header className="card-head"><h2>时间和次数</h2></header>
        <div className="card-body set-grid">
          {numberRows.map((row) => <NumberField key={row.field} row={row} edited={edited} isOff={isOff} />)}
        </div>
      </section>
    </div>
  )
}

function GradeCard({ grade, edited, isOff }: Props & { grade: Grade }) {
  const { draft, wrongAt, change } = edited
  const { limits, pace } = draft.settings
  const set = (field: string) => (value: number) => change(withNumber(draft, `limits.${grade}.${field}`, value))
  return (
    <section className="card set-form" aria-label={`${gradeLabels[grade]}事项`}>
      <header className="card-head"><h2>{gradeLabels[grade]}事项</h2><span className="tiny second end">从第一次反映算起</span></header>
      <div className="card-body col set-parts">
        <Segmented block disabled={isOff} options={paces} value={pace[grade]} aria-label="怎样计时" onChange={(next) => change({ ...draft, settings: { ...draft.settings, pace: { ...pace, [grade]: next } } })} />
        <div className="set-two">
          <LengthField id={`${grade}-accept`} label="受理时限" pace={pace[grade]} value={limits[grade].acceptMinutes} wrong={wrongAt(`limits.${grade}.acceptMinutes`)} isOff={isOff} onChange={set('acceptMinutes')} />
          <LengthField id={`${grade}-total`} label="总时限" pace={pace[grade]} value={limits[grade].totalMinutes} wrong={wrongAt(`limits.${grade}.totalMinutes`)} isOff={isOff} onChange={set('totalMinutes')} />
        </div>
      </div>
    </section>
  )
}

function NumberField({ row, edited, isOff }: Props & { row: NumberRow }) {
  const id = `set-${row.field}`
  const value = numberAt(edited.draft.settings, row.field)
  const hint = [row.unit === 'minutes' ? inHours(value) : '', row.hint].filter(Boolean).join('；')
  return (
    <FieldFrame id={id} label={row.label} wrong={edited.wrongAt(row.field)} hint={hint}>
      <Input
        id={id} type="number" inputMode="numeric" min={row.least} max={row.most} suffix={unitLabels[row.unit]} disabled={isOff} value={value}
        aria-describedby={`${id}-note`} onChange={(event) => edited.change(withNumber(edited.draft, row.field, Math.max(0, Math.round(Number(event.target.value)))))}
      />
    </FieldFrame>
  )
}
