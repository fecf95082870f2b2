import type { Sheet } from '../core/sheet'
import type { JournalRow } from './contract'

export const journalSheet: Sheet<JournalRow> = {
  name: '操作日志',
  columns: [
    { title: '时间', width: 20, value: (row) => new Date(row.at) },
    { title: '谁', width: 14, value: (row) => row.actor.name },
    { title: '做了什么', width: 50, value: (row) => row.summary },
    { title: '地方', width: 20, value: (row) => row.regionName },
    { title: '对什么', width: 50, value: (row) => row.targets.flatMap(({ label }) => label ?? []).join('；') },
    { title: '理由', width: 40, value: (row) => row.reason },
    { title: '追踪号', width: 30, value: (row) => row.traceId },
  ],
}
