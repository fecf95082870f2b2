import { useMemo } from 'react'
import type { Shape } from '@/components/MapView'
import { useQuery } from '@/hooks/use-query'
import { shapesOf } from './shapes'

/** `620821/t100/v100201/…` → the town's id. */
const townOf = (path: string | undefined): string | undefined => path?.split('/')[1]

/** What to draw around a place: the town's villages as ground, the village's grids over them. */
export function useGround(villageId: string | undefined, gridId?: string) {
  const grids = useQuery('region.getBorders', { level: 'grid', within: villageId }, { isOff: !villageId })
  const [first] = grids.data?.items ?? []
  const within = townOf(first?.path)
  const villages = useQuery('region.getBorders', { level: 'village', within }, { isOff: !within })
  const shapes = useMemo((): Shape[] => {
    const around = shapesOf(villages.data?.items ?? [], undefined).filter(({ id }) => id !== villageId)
    const own = shapesOf(grids.data?.items ?? [], gridId)
    // Without a grid of its own the whole village is here.
    return [...around, ...(gridId ? own : own.map((shape) => ({ ...shape, isHere: true })))]
  }, [villages.data, grids.data, villageId, gridId])
  return { shapes, centre: first?.centre }
}
