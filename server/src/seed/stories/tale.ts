import type { SceneName } from '../pictures/scene'

/** How far a story has come; each is a row of steps in `fates.ts`. */
export type FateName =
  | 'waiting' | 'routed' | 'accepted' | 'handling' | 'asked' | 'supplemented' | 'answered' | 'rated' | 'reopened'
  | 'released' | 'declined' | 'gaveUp' | 'withdrawn' | 'withDepartment' | 'departmentDone' | 'handedOn' | 'unrated'

export type Where = 'village' | 'neighbour' | 'quarter' | 'suburb'

/** One demo report: what was said, from where, how long ago, and what became of it. */
export interface Tale {
  where: Where
  /** How the place is known: a point on the map, only the village, or nothing at all. */
  by?: 'point' | 'village' | 'nothing'
  daysAgo: number
  /** What is urgent is said at night as well; anything else waits for the day. */
  atNight?: true
  fate: FateName
  category?: string
  /** Kept even from those who work on it; any other is kept from the public. */
  isSealed?: true
  words?: string
  /** Seconds of a voice note. */
  voice?: number
  /** What the dispatcher writes down of a voice note, or types out of a sealed report. */
  summary?: string
  spot?: string
  scene?: SceneName
  notes?: readonly string[]
  question?: string
  reply?: string
  answer?: string
  /** Why it was declined, given up, withdrawn or reopened. */
  why?: string
  score?: number
  thanks?: string
}
