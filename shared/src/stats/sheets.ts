import type { Sheet } from '../core/sheet'
import { dayOf } from '../core/time'
import type { StatsCase, StatsRow } from './contract'
import { FIGURES, outcomeLabels } from './figures'

export const statsSheet: Sheet<StatsRow> = {
  name: '统计',
  columns: [
    { title: '哪里', width: 24, value: (row) => (row.isWhole ? `${row.name}（合计）` : row.name) },
    ...FIGURES.map(({ key, label, isOpinion }) => ({ title: isOpinion ? `回访：${label}` : label, width: 12, value: (row: StatsRow) => row.counts[key] })),
    { title: '平均用时（办公分钟）', width: 18, value: (row) => row.meanMinutes },
    { title: '平均在手（办公分钟）', width: 18, value: (row) => row.meanOwnMinutes },
  ],
}

export const statsCaseSheet: Sheet<StatsCase> = {
  name: '统计清单',
  columns: [
    { title: '编号', width: 18, value: (row) => row.case?.serial },
    { title: '事项', width: 40, value: (row) => row.case?.title ?? '已转到别处，看不到内容' },
    { title: '时间', width: 18, value: (row) => (row.isDayOnly ? dayOf(new Date(row.at)) : new Date(row.at)) },
    { title: '算哪个单位', width: 24, value: (row) => row.unitName },
    { title: '怎样', width: 12, value: (row) => outcomeLabels[row.outcome] },
    { title: '用时（办公分钟）', width: 16, value: (row) => row.minutes || null },
  ],
}
