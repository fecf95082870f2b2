import type { CaseAction } from '@xiangli/shared/casework/case-type'
import type { FateName } from './tale'

export type Doer = 'requester' | 'handler' | 'owner' | 'dispatcher' | 'timetable'

/** One thing somebody does to a case, so many hours after what happened before. */
export interface Step {
  hours: number
  who: Doer
  action: CaseAction
}

const step = (hours: number, who: Doer, action: CaseAction): Step => ({ hours, who, action })

const accept = step(2.5, 'handler', 'accept')
const handle = step(5, 'handler', 'handle')
const done = [accept, handle, step(16, 'handler', 'answer')]
const toDepartment = [step(2, 'dispatcher', 'route'), step(3, 'handler', 'accept'), handle]

/** What became of a report, after it was submitted. */
export const fates: Record<FateName, readonly Step[]> = {
  waiting: [],
  routed: [step(1.5, 'dispatcher', 'route')],
  accepted: [accept],
  handling: [accept, handle],
  asked: [accept, step(2, 'handler', 'ask')],
  supplemented: [accept, step(2, 'handler', 'ask'), step(4, 'requester', 'supplement')],
  answered: done,
  rated: [...done, step(6, 'requester', 'rate')],
  reopened: [...done, step(12, 'requester', 'reopen')],
  released: [step(20, 'dispatcher', 'release'), step(0.5, 'dispatcher', 'route'), step(2, 'handler', 'accept'), handle],
  declined: [step(3, 'owner', 'decline')],
  gaveUp: [accept, handle, step(20, 'owner', 'giveUp')],
  withdrawn: [step(0.4, 'requester', 'withdraw')],
  withDepartment: toDepartment,
  departmentDone: [...toDepartment, step(60, 'handler', 'answer'), step(8, 'requester', 'rate')],
  handedOn: [accept, step(3, 'owner', 'assign')],
  unrated: [...done, step(7 * 24 + 2, 'timetable', 'closeUnrated')],
}
