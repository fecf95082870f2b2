import type { InputOf } from '@xiangli/shared/catalog/contracts'
import { dayOf } from '@xiangli/shared/core/time'
import { FIGURE_KEYS, PERIOD, periodLabel, WAYS, type FigureKey, type Way } from '@xiangli/shared/stats/figures'

export type Choice = { period: string; by: Way; unitId?: string; figure?: FigureKey; key?: string }

/** The present month and eleven before it, then the quarters they lie in. */
export function periodsUntil(now: number): { value: string; label: string }[] {
  const [year = 0, month = 0] = dayOf(new Date(now)).split('-').map(Number)
  const months = Array.from({ length: 12 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7))
  const quarters = [...new Set(months.map((each) => `${each.slice(0, 4)}-Q${Math.ceil(Number(each.slice(5)) / 3)}`))]
  return [...months, ...quarters].map((value) => ({ value, label: periodLabel(value) }))
}

/** What the address line says; a number that was opened can be sent to a colleague. */
export function readChoice(params: URLSearchParams, now: number): Choice {
  const period = params.get('period') ?? ''
  const by = WAYS.find((each) => each === params.get('by')) ?? 'place'
  const figure = FIGURE_KEYS.find((each) => each === params.get('figure'))
  const [unitId, key] = [params.get('unit'), params.get('key')]
  return {
    period: PERIOD.test(period) ? period : (periodsUntil(now)[0]?.value ?? ''), by,
    ...(unitId ? { unitId } : {}), ...(figure ? { figure } : {}), ...(figure && key ? { key } : {}),
  }
}

export function choiceQuery({ period, by, unitId, figure, key }: Choice): string {
  const given = { period, by, unit: unitId, figure, key }
  return `?${new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()}`
}

export type Asked = Pick<InputOf<'stats.show'>, 'period' | 'by' | 'unitId' | 'regionId'>
export const askedOf = ({ period, by, unitId }: Choice, region: { regionId?: string }): Asked => ({ period, by, ...(unitId ? { unitId } : {}), ...region })
