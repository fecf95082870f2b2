export const calendarEvents = {
  'calendar.published': '工作日历发布了新的一版',
} as const
