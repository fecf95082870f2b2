import type { Sheet } from '../core/sheet'
import type { ShiftView } from './shifts'

export const rosterSheet: Sheet<ShiftView> = {
  name: '值班表',
  columns: [
    { title: '从', width: 18, value: (row) => new Date(row.from) },
    { title: '到', width: 18, value: (row) => new Date(row.to) },
    { title: '主班', width: 12, value: (row) => row.main.name },
    { title: '主班职务', width: 16, value: (row) => row.main.title },
    { title: '主班电话', width: 16, value: (row) => row.main.phone },
    { title: '备班', width: 12, value: (row) => row.backup?.name },
    { title: '备班电话', width: 16, value: (row) => row.backup?.phone },
    { title: '备注', width: 24, value: (row) => row.note },
    { title: '改动', width: 40, value: (row) => row.changed && `${row.changed.byName}：${row.changed.reason}` },
  ],
}
