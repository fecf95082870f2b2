import { gcjOf } from '@xiangli/shared/region/coordinates'
import type { LonLat } from '@/components/MapView'

/** All a browser can be asked for: any other system is refused. */
export const ASKED = 'wgs84'

/** Browsers answer in WGS-84; the records are in GCJ-02, some 500 m apart. */
export const toShared = ([longitude, latitude]: LonLat): LonLat => gcjOf([longitude, latitude])
