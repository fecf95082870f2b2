import type { CaseType } from '@xiangli/shared/casework/case-type'
import type { Grade } from '@xiangli/shared/casework/states'
import { MOST_CALLED } from '@xiangli/shared/casework/whistle'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { Icon } from '../../../../components/Icon'
import { NoticeLine } from '../../../../components/NoticeLine'
import { useCaseType } from '../../../../services/use-case-type'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'
import { UnitField } from './UnitField'

type Line = { key: number; unitId?: string | undefined; task: string }

const arrivalWords = (limit: CaseType['arrival'][Grade]): string => ('minutes' in limit ? `${limit.minutes} 分钟` : `${limit.workingDays} 个工作日`)

/** Who is called, each with a line of what to do. */
export function WhistleForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const { arrival } = useCaseType()
  const [lines, setLines] = useState<Line[]>([{ key: 0, task: '' }])
  const room = MOST_CALLED - (shown.called?.length ?? 0)
  const change = (key: number, to: Partial<Line>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...to } : line)))
  const units = lines.flatMap(({ unitId, task }) => (unitId && task.trim() ? [{ unitId, task: task.trim() }] : []))
  const submit = async () => {
    if (await desk.act('casework.whistle', { units })) onDone(`已请 ${units.length} 家单位`)
  }
  return (
    <FormFrame title="吹哨，请几家一起办" onStop={onStop} onSubmit={() => void submit()}>
      {lines.map(({ key, unitId, task }, at) => (
        <fieldset key={key} className="whistle-line">
          <legend className="tiny second">第 {at + 1} 家</legend>
          <UnitField id={`whistle-unit-${key}`} hint="请哪个单位" label={`第 ${at + 1} 家请哪个单位`} value={unitId} onChange={(to) => change(key, { unitId: to })} />
          <div className="row">
            <Input className="fill" value={task} maxLength={100} aria-label={`第 ${at + 1} 家来办什么`} placeholder="来办什么，如：关总闸" onChange={(event) => change(key, { task: event.target.value })} />
            {lines.length > 1 && <button type="button" className="link second" aria-label={`去掉第 ${at + 1} 家`} onClick={() => setLines(lines.filter((line) => line.key !== key))}><Icon name="close" /></button>}
          </div>
        </fieldset>
      ))}
      {lines.length < room && <Button icon={<Icon name="plus" />} onClick={() => setLines([...lines, { key: Math.max(...lines.map((line) => line.key)) + 1, task: '' }])}>再请一家</Button>}
      <NoticeLine icon="people">{arrivalWords(arrival[shown.grade])}内报到；都报了结果才能答复。办理人不变。</NoticeLine>
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={units.length === 0 || units.length < lines.length}>{units.length > 0 ? `请 ${units.length} 家单位` : '选好单位，写好任务'}</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不请</Button>
      </div>
    </FormFrame>
  )
}
