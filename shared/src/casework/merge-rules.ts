import type { ErrorCode } from '../catalog/errors'
import { ancestorsOf } from '../core/scope'
import { isSealed, type NameLevel } from './names'
import type { CaseRecord } from './record'

/** More would make one answer reach people whose matter it no longer is, and one notice list too long. */
export const MOST_CHILDREN = 300

type Joined = Pick<CaseRecord, 'regionPath' | 'childCount' | 'supervision' | 'pause'> & Partial<Pick<CaseRecord, 'about'>> & { names?: NameLevel | undefined; _id: string; type: string }

const townOf = ({ regionPath }: Joined): string | undefined => ancestorsOf(regionPath)[1]

/** Why these two are not made one though each by itself could: a chain would hide who answers for the last of it. */
export const whyNotTogether = (parent: Joined, child: Joined): ErrorCode | null => {
  if (parent.about || child.about) return 'casework.aboutAlone'
  if (isSealed(parent) || isSealed(child)) return 'casework.sealedAlone'
  if (parent._id === child._id || parent.type !== child.type) return 'casework.notTogether'
  const town = townOf(parent)
  if (town === undefined || town !== townOf(child)) return 'casework.notTogether'
  if (child.childCount > 0) return 'casework.hasChildren'
  // What somebody owes on it, or put off, would be got rid of by merging it away.
  if (child.supervision) return 'casework.alreadySupervised'
  // Into one that stands still its limit would stand still as well.
  return child.pause || parent.pause ? 'casework.alreadyPaused' : null
}
