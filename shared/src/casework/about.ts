import { ancestorsOf } from '../core/scope'
import type { CaseRecord } from './record'

/** The level of the cadre, unit or committee a case is about: that level has nothing to do with it and sees nothing of it. */
export const ABOUT_LEVELS = ['village', 'township'] as const
export type AboutLevel = (typeof ABOUT_LEVELS)[number]

type About = Partial<Pick<CaseRecord, 'about'>>

/** How much of the path a case about that level keeps: county and township, or the county alone. */
const KEPT: Record<AboutLevel, number> = { village: 2, township: 1 }

/** Where the case is kept: nothing of the level it is about, nor of what lies below. */
export const keptPath = (regionPath: string, level: AboutLevel | null): string =>
  level ? `${ancestorsOf(regionPath).slice(0, KEPT[level]).join('/')}/` : regionPath

/** A case about named people is never published, never offered to others as similar, never merged. */
export const isPublishableCase = ({ about }: About): boolean => !about
