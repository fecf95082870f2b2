import { Input, Select } from 'antd'
import type { ShiftDraft } from '../shift-draft'

type Props = {
  draft: ShiftDraft
  change: (next: Partial<ShiftDraft>) => void
  people: { value: string; label: string }[]
  /** The times of a shift that has begun: only its people change any more. */
  fixed: string | undefined
}

export function ShiftFields({ draft, change, people, fixed }: Props) {
  return (
    <>
      <label htmlFor="shift-main">主班</label>
      <Select
        id="shift-main" className="duty-wide" showSearch optionFilterProp="label" options={people} value={draft.mainId || undefined} placeholder="选一个人"
        onChange={(mainId: string) => change({ mainId })}
      />
      <label htmlFor="shift-backup">备班（可不选）</label>
      <Select
        id="shift-backup" className="duty-wide" allowClear showSearch optionFilterProp="label" options={people} value={draft.backupId || undefined} placeholder="没有备班"
        onChange={(backupId?: string) => change({ backupId: backupId ?? '' })}
      />
      {fixed ? <p className="small second">{fixed}，已经开始，只能换人。</p> : (
        <div className="row duty-dates">
          <label>从 <input type="datetime-local" value={draft.from} onChange={({ target }) => change({ from: target.value })} /></label>
          <label>到 <input type="datetime-local" value={draft.to} onChange={({ target }) => change({ to: target.value })} /></label>
        </div>
      )}
      <label htmlFor="shift-note">备注（可不填）</label>
      <Input id="shift-note" value={draft.note} maxLength={100} placeholder="如：带班领导在岗" onChange={({ target }) => change({ note: target.value })} />
    </>
  )
}
