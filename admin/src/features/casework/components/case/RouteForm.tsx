import { gradeLabels } from '@xiangli/shared/casework/labels'
import { GRADES, type Grade } from '@xiangli/shared/casework/states'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { openCategoryOptions, useCaseType } from '../../../../services/use-case-type'
import { useDraft } from '../../../../services/use-draft'
import type { ActFormProps } from './ActForm'
import { AboutField, type About } from './AboutField'
import { FormFrame } from './FormFrame'
import { placeLine } from './CaseFacts'
import { PlaceField, type ChosenPlace } from './PlaceField'
import { UnitField } from './UnitField'

const grades = GRADES.map((value) => ({ value, label: gradeLabels[value] }))

/** Sets right what the request left open, and sends it where it belongs. Only what was changed is sent. */
export function RouteForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const [category, setCategory] = useState(shown.category)
  const [grade, setGrade] = useState<Grade>(shown.grade)
  const [summary, setSummary] = useState('')
  const [place, setPlace] = useState<ChosenPlace | null>(null)
  const [placeWords, setPlaceWords] = useState(shown.place.words ?? '')
  const [unitId, setUnit] = useState<string>()
  const [about, setAbout] = useState<About>(shown.about ?? 'none')
  const [note, write] = useDraft(`${shown.id}.route`)
  const categories = openCategoryOptions(useCaseType(), shown.category)
  const isTakenBack = shown.about !== undefined && about === 'none'

  const placeInput = {
    ...place?.input,
    ...(placeWords.trim() && placeWords.trim() !== shown.place.words ? { words: placeWords.trim() } : {}),
  }
  const changes = {
    ...(category && category !== shown.category ? { category } : {}),
    ...(grade === shown.grade ? {} : { grade }),
    ...(summary.trim() ? { summary: summary.trim() } : {}),
    ...(Object.keys(placeInput).length > 0 ? { place: placeInput } : {}),
    ...(unitId ? { unitId } : {}),
    ...(about === (shown.about ?? 'none') ? {} : { about }),
  }
  const hasChanges = Object.keys(changes).length > 0
  const submit = async () => {
    if (!(await desk.act('casework.route', { ...changes, ...(note.trim() ? { note: note.trim() } : {}) }))) return
    write('')
    onDone('已转办')
  }
  return (
    <FormFrame title="转办" onStop={onStop} onSubmit={() => void submit()}>
      <label htmlFor="route-category">类别</label>
      <Select
        id="route-category" value={category} options={categories} placeholder="选一类" showSearch optionFilterProp="label"
        onChange={(next: string) => setCategory(next)}
      />
      <span className="label" id="route-grade">等级</span>
      <Segmented block options={grades} value={grade} onChange={setGrade} aria-labelledby="route-grade" />
      <span className="label">地点，现在是：{placeLine(shown)}</span>
      <PlaceField shown={shown} value={place} onChange={setPlace} />
      <Input value={placeWords} maxLength={100} aria-label="地点说明" placeholder="说明，如：小学坡下" onChange={(event) => setPlaceWords(event.target.value)} />
      <label htmlFor="route-unit">转到单位（不选就按地点和类别定）</label>
      <UnitField value={unitId} onChange={setUnit} />
      <AboutField shown={shown} value={about} onChange={setAbout} />
      <label htmlFor="route-summary">一句话概括（语音听完后写，可不写）</label>
      <Input id="route-summary" value={summary} maxLength={60} placeholder={shown.title} onChange={(event) => setSummary(event.target.value)} />
      <label htmlFor="route-note">{isTakenBack ? '取消的理由（群众看得到）' : '交代一句（可不写，群众也看得到）'}</label>
      <Input.TextArea id="route-note" value={note} maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => write(event.target.value)} />
      {!hasChanges && <NoticeLine icon="route">改了上面任何一项，就可以转办。</NoticeLine>}
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!hasChanges || (isTakenBack && !note.trim())}>转办</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不办</Button>
      </div>
    </FormFrame>
  )
}
