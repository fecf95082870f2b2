import { colourLabels } from '@xiangli/shared/casework/labels'
import type { Colour } from '@xiangli/shared/casework/states'
import type { Count } from '@/components/CountBar'

export type Counted = Extract<Colour, 'red' | 'yellow' | 'green'>
type Counts = Partial<Record<Colour, { count: number; more: boolean }>>

export const limited = (counted: { count: number; more: boolean } | undefined): string | undefined =>
  counted && counted.count > 0 ? `${counted.count}${counted.more ? '+' : ''}` : undefined

const SHAPES = { red: { tone: 'over', icon: 'diamond' }, yellow: { tone: 'soon', icon: 'triangle' }, green: { tone: 'ok', icon: 'clock' } } as const

/** The most urgent first. */
export const countsOf = (counts: Counts): Count[] =>
  (['red', 'yellow', 'green'] as const).map((key) => ({ key, number: limited(counts[key]) ?? '0', words: colourLabels[key], ...SHAPES[key] }))
