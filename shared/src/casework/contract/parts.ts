import { z } from 'zod'
import { Id, text } from '../../core/fields'

/** What every step on a case is about; the revision somebody looked at, so that nobody overwrites unseen. */
export const onCase = { caseId: Id, rev: z.number().int().min(1).optional() }
export const stepErrors = ['casework.wrongState', 'casework.notYours', 'casework.inArbitration', 'casework.inTriage', 'casework.turnedAway'] as const
export const Reason = text(300)
export const Photos = z.array(Id).max(9).refine((ids) => new Set(ids).size === ids.length, '同一张照片只能放一次')
/** Question code → answer code, as the category asks. */
export const GivenAnswers = z.record(z.string().max(40), z.string().max(40)).default({})
