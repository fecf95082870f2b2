import type { SimilarReport } from '@xiangli/shared/casework/similar-views'
import { call } from '@/services/call'
import type { Draft } from './draft'

const PATIENCE_MS = 2_500

/** What lies near the draft and may be the same; nothing when the line is bad: a report never waits for this. */
export async function findSimilar({ words, place, isAboutVillage }: Draft, villageId: string | undefined): Promise<readonly SimilarReport[]> {
  const said = words.trim()
  // What is about people is a matter of its own: nobody is led to another's case.
  if (said === '' || isAboutVillage) return []
  const asked = call('casework.findSimilar', { words: said, ...(place.point && { point: place.point }), ...(villageId && { villageId }) })
  const late = new Promise<never[]>((resolve) => { setTimeout(() => resolve([]), PATIENCE_MS) })
  return Promise.race([asked.then(({ items }) => items), late]).catch(() => [])
}
