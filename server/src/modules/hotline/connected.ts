import { firstSource } from '@xiangli/shared/hotline/source'

/** The source of the one platform a county is connected to; its files, read by hand, are of the same. */
export const CONNECTED = firstSource.code
