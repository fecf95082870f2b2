import { Select } from 'antd'
import { fullTime } from '../../../../components/time-words'

type Props = { id: string; days: Date[]; value: string | undefined; isProvisional: (at: Date) => boolean; onChange: (day: string) => void; hint: string }

/** Only days that will be taken; there are never many, so they are a list and not a calendar. */
export function DayField({ id, days, value, isProvisional, onChange, hint }: Props) {
  const options = days.map((at) => ({ value: at.toISOString(), label: `${fullTime(at)}${isProvisional(at) ? '（暂定）' : ''}` }))
  return <Select id={id} {...(value && options.some((each) => each.value === value) ? { value } : {})} options={options} placeholder={hint} onChange={(next: string) => onChange(next)} />
}
