import type { CaseRecord } from './record'
import { stillCalled } from './whistle'

/** An answer that is written and waits for the head of the handler's unit; until it goes out, no requester reads it. */
export interface Signing {
  unitId: string
  words: string
  photoFileIds: string[]
  byId: string
  at: Date
  /** Not signed by then it goes out all the same, and says so. */
  due: Date
  fromTemplate?: { id: string; version: number }
}

/** The end of the head's last day, but never past a limit still to come: what is urgent does not wait for a head on holiday. */
export const signBy = (endOfDay: Date, { redAt, now }: { redAt: Date | null; now: Date }): Date => (redAt && redAt > now && redAt < endOfDay ? redAt : endOfDay)

type Waiting = Partial<Pick<CaseRecord, 'signing' | 'calledUnits'>> & { handler: { unitId: string } }

/** In other hands, or with others called to it, what was written is no longer the answer. */
export const isLetGo = (before: Waiting, after: Waiting): boolean =>
  Boolean(after.signing) && (after.handler.unitId !== before.handler.unitId || stillCalled(after).length > 0)
