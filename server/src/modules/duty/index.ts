import { module } from '../../core/module'
import { addShift } from './commands/add-shift'
import { changeShift } from './commands/change-shift'
import { extendPlan } from './commands/extend-plan'
import { planShifts } from './commands/plan-shifts'
import { removeShift } from './commands/remove-shift'
import { setPhoneList } from './commands/set-phone-list'
import { jobs } from './jobs'
import { listPeople } from './queries/list-people'
import { listShifts } from './queries/list-shifts'
import { previewPlan } from './queries/preview-plan'
import { whoIsOnDuty } from './queries/who-is-on-duty'

export { changeWords } from './change-words'
export { latestShifts, noteSignedFor, onDuty, poolOnDuty, shiftAfter, shiftById, unsignedShifts, type OnDuty } from './on-duty'
export { presentPeople } from './people'
export type { ShiftDoc } from './roster.model'

export const dutyModule = module({
  name: 'duty',
  operations: [listShifts, whoIsOnDuty, listPeople, previewPlan, planShifts, addShift, changeShift, removeShift, setPhoneList, extendPlan],
  jobs,
})
