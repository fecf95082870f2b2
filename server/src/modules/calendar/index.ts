import { module } from '../../core/module'
import { publishCalendar } from './commands/publish-calendar'
import { startCalendars } from './current'
import { getCalendar } from './queries/get-calendar'
import { listVersions } from './queries/list-versions'
import { previewCalendar } from './queries/preview-calendar'

export { calendarVersion, workingTime } from './current'

export const calendarModule = module({
  name: 'calendar',
  operations: [getCalendar, previewCalendar, publishCalendar, listVersions],
  start: startCalendars,
})
