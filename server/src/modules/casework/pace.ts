import type { CaseType } from '@xiangli/shared/casework/case-type'
import type { Pace } from '@xiangli/shared/casework/clock'
import type { Grade } from '@xiangli/shared/casework/states'
import { naturalTime } from '@xiangli/shared/calendar/working-time'
import { workingTime } from '../calendar'
import { typeNamed } from './types'

const timeOf = (type: CaseType, grade: Grade) => (type.pace[grade] === 'natural' ? naturalTime : workingTime())

/**
 * How a grade's limits run here: by the wall clock, or by the county's calendar as it is now. Yellow is by
 * the settings in force, whatever version a case lives under: a list filters many cases by one border.
 */
export const paceOf = (type: CaseType, grade: Grade): Pace => {
  const now = typeNamed(type.name)
  return { grade, time: timeOf(type, grade), warn: { minutes: now.warnMinutes[grade], time: timeOf(now, grade) } }
}
