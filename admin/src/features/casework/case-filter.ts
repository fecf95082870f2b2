import type { InputOf } from '@xiangli/shared/catalog/contracts'
import { stateLabels } from '@xiangli/shared/casework/labels'
import { RAISED_RISKS } from '@xiangli/shared/casework/risk'
import { CLOSED_STATES, type CaseState } from '@xiangli/shared/casework/states'

type ListInput = InputOf<'casework.listCases'>
export type Sort = NonNullable<ListInput['sort']>

/** What the address line says about a list; a saved view is exactly such a line. */
export type ListFilter = {
  show: string
  colour?: string
  category?: string
  grade?: string
  at?: string
  atName?: string
  /** A department that has a part in it. */
  unit?: string
  unitName?: string
  mine: boolean
  /** A list of its own beside what is handled here. */
  queue?: string
  risk?: string
  /** What came by one place code. */
  code?: string
  codeName?: string
  serial?: string
  sort: Sort
}

/** 待评价 waits for the requester, not for us: it has its own list, or it would stand before what is due. */
const groups: Record<string, { label: string; states?: CaseState[] }> = {
  open: { label: '在办', states: ['pending', 'accepted', 'handling'] },
  pending: { label: stateLabels.pending, states: ['pending'] },
  accepted: { label: stateLabels.accepted, states: ['accepted'] },
  handling: { label: stateLabels.handling, states: ['handling'] },
  answered: { label: stateLabels.answered, states: ['answered'] },
  closed: { label: '已结束', states: [...CLOSED_STATES] },
  all: { label: '全部' },
}

export const showOptions = Object.entries(groups).map(([value, { label }]) => ({ value, label }))

const SORTS: readonly Sort[] = ['due', 'newest']
const COLOURS = ['green', 'yellow', 'red'] as const satisfies NonNullable<ListInput['colour']>[]
const QUEUES = ['arbitration', 'called', 'lateArrivals', 'signing'] as const satisfies NonNullable<ListInput['queue']>[]
const GRADES = ['urgent', 'normal'] as const satisfies NonNullable<ListInput['grade']>[]
/** Where nothing is due any more, or only some of it, the newest stand first. */
const UNTIMED: readonly string[] = ['closed', 'all', 'answered']

export function readFilter(params: URLSearchParams): ListFilter {
  const serial = params.get('serial')?.trim()
  const show = params.get('show') ?? (serial ? 'all' : 'open')
  const pick = (name: string) => params.get(name) ?? undefined
  return {
    show: show in groups ? show : 'open',
    sort: SORTS.find((each) => each === params.get('sort')) ?? (UNTIMED.includes(show) ? 'newest' : 'due'),
    mine: params.get('mine') === '1',
    ...defined({ colour: pick('colour'), category: pick('category'), grade: pick('grade'), at: pick('at'), atName: pick('atName'), queue: pick('queue'), risk: pick('risk'), code: pick('code'), codeName: pick('codeName'), unit: pick('unit'), unitName: pick('unitName'), serial }),
  }
}

function defined<T extends Record<string, string | undefined>>(from: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value)) as { [K in keyof T]?: string }
}

/** The same filter as the operation wants it; the header's place holds unless the list names its own. */
export function listInput(filter: ListFilter, region: { regionId?: string }): ListInput {
  const states = groups[filter.show]?.states
  const colour = COLOURS.find((each) => each === filter.colour)
  const queue = QUEUES.find((each) => each === filter.queue)
  const grade = GRADES.find((each) => each === filter.grade)
  const risk = RAISED_RISKS.find((each) => each === filter.risk)
  const regionId = filter.at ?? region.regionId
  return {
    sort: filter.sort,
    mine: filter.mine,
    ...(states ? { states } : {}),
    ...(queue ? { queue } : {}),
    ...(colour ? { colour } : {}),
    ...(grade ? { grade } : {}),
    ...(risk ? { risk } : {}),
    ...(filter.code ? { placeCodeId: filter.code } : {}),
    ...(regionId ? { regionId } : {}),
    ...(filter.unit ? { unitId: filter.unit } : {}),
    ...(filter.category ? { category: filter.category } : {}),
    ...(filter.serial ? { serial: filter.serial } : {}),
  }
}

export function filterQuery(filter: Partial<ListFilter>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) {
    if (value === true) params.set(name, '1')
    else if (value) params.set(name, String(value))
  }
  const query = params.toString()
  return query ? `?${query}` : ''
}

export const casesPath = (filter: Partial<ListFilter>) => `/cases${filterQuery(filter)}`
