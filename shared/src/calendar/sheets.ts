import type { Sheet } from '../core/sheet'
import type { CalendarVersion } from './contract'

export const calendarSheet: Sheet<CalendarVersion> = {
  name: '工作日历的各版',
  columns: [
    { title: '第几版', width: 8, value: (row) => row.version },
    { title: '发布', width: 18, value: (row) => new Date(row.at) },
    { title: '谁', width: 14, value: (row) => row.byName },
    { title: '理由', width: 40, value: (row) => row.reason },
    { title: '公布到', width: 14, value: (row) => row.knownTo },
    { title: '改了几天', width: 10, value: (row) => row.difference.days.length },
    { title: '哪几天', width: 60, value: (row) => row.difference.days.map(({ to }) => to.day).join('、') },
  ],
}
