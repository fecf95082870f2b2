import type { OrgUnit } from '@xiangli/shared/region/contract'
import { Select } from 'antd'
import { useMe } from '../../../services/me'
import { useUnits } from '../use-roster'

type Props = { value: string; onChange: (unitId: string) => void; isMeant?: (unit: OrgUnit) => boolean }

/** My own units first, then the others I may look at. */
export function UnitChoice({ value, onChange, isMeant = () => true }: Props) {
  const units = useUnits().filter(isMeant)
  const me = useMe()
  const mine = new Set(me.appointments.map(({ unitId }) => unitId))
  const optionsOf = (isMine: boolean) => units.filter(({ id }) => mine.has(id) === isMine).map(({ id, name }) => ({ value: id, label: name }))
  const groups = [{ label: '我的单位', options: optionsOf(true) }, { label: '其他单位', options: optionsOf(false) }].filter(({ options }) => options.length > 0)
  return (
    <Select
      className="duty-unit" aria-label="单位" showSearch optionFilterProp="label" options={groups} onChange={onChange}
      {...(units.some(({ id }) => id === value) ? { value } : {})} placeholder="选一个单位"
    />
  )
}
