import type { Border } from '@xiangli/shared/region/contract'
import { useQuery } from '../../../services/use-query'
import type { Level } from './border-style'

const FRESH = 3_600_000

/** Borders change by decree, not by the minute: one answer serves the whole visit. */
export function useBorders(level: Level, { within, isOff }: { within?: string; isOff?: boolean } = {}): Border[] | undefined {
  const input = within ? { level, within } : { level }
  return useQuery('region.getBorders', input, { freshFor: FRESH, isOff: isOff ?? false }).data?.items
}
