import type { LonLat } from '@/components/MapView'

export const ASKED = 'gcj02'

/** WeChat already answers in the shared system, GCJ-02. */
export const toShared = (point: LonLat): LonLat => point
