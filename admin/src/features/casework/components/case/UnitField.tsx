import type { OrgUnit } from '@xiangli/shared/region/contract'
import { Select } from 'antd'
import { useQuery } from '../../../../services/use-query'

const kindLabels: Record<OrgUnit['kind'], string> = {
  countyCentre: '县中心', dispatchRoom: '调度室', department: '部门', township: '乡镇', committee: '村（社区）',
}

type Props = { value: string | undefined; onChange: (unitId: string | undefined) => void; id?: string; hint?: string; label?: string }

export function UnitField({ value, onChange, id = 'route-unit', hint = '按地点和类别定', label }: Props) {
  const { data, error } = useQuery('region.listUnits', {}, { freshFor: 600_000 })
  const groups = Object.entries(kindLabels)
    .map(([kind, label]) => ({ label, options: data?.items.filter((unit) => unit.kind === kind).map((unit) => ({ value: unit.id, label: unit.name })) ?? [] }))
    .filter((group) => group.options.length > 0)
  return (
    <Select
      id={id} aria-label={label} value={value} options={groups} allowClear showSearch optionFilterProp="label" loading={!data && !error}
      placeholder={error ? '单位没能载入，请稍后再试' : hint} onChange={(next: string | undefined) => onChange(next)}
    />
  )
}
