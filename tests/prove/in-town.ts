import { aTown, type Town } from '@xiangli/server/testing'
import type { RuntimeOptions } from '../../server/src/testing/runtime'

export interface Proof {
  title: string
  figures: Record<string, string | number>
  ok: boolean
}

/** A town for one proof, gone with everything it started when the proof is done. */
export const inTown = async <T>(options: RuntimeOptions, work: (town: Town) => Promise<T>): Promise<T> => {
  const town = await aTown(options)
  try {
    return await work(town)
  } finally {
    await town.stop()
  }
}
