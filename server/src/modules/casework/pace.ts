import type { CaseType } from '@xiangli/shared/casework/case-type'
import type { Pace } from '@xiangli/shared/casework/clock'
import type { Grade } from '@xiangli/shared/casework/states'
import { naturalTime } from '@xiangli/shared/calendar/working-time'
import { workingTime } from '../calendar'

/** How a grade's limits run here: by the wall clock, or by the county's calendar as it is now. */
export const paceOf = (type: CaseType, grade: Grade): Pace => ({
  grade,
  time: type.pace[grade] === 'natural' ? naturalTime : workingTime(),
})
