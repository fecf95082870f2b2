import { instantOrNothing, type Sheet } from '../core/sheet'
import type { HandoverRow } from './contract'
import { groupLabels } from './labels'
import { GROUPS } from './rules'

export const handoverSheet: Sheet<HandoverRow> = {
  name: '交接班',
  columns: [
    { title: '从', width: 18, value: (row) => new Date(row.from) },
    { title: '到', width: 18, value: (row) => new Date(row.to) },
    { title: '交班', width: 12, value: (row) => row.leavingName },
    { title: '接班', width: 12, value: (row) => row.arrivingName },
    { title: '交班签字', width: 18, value: (row) => instantOrNothing(row.signedAt) },
    { title: '接班签字', width: 18, value: (row) => instantOrNothing(row.acceptedAt) },
    ...GROUPS.map((group) => ({ title: groupLabels[group], width: 12, value: (row: HandoverRow) => row.counts[group] })),
  ],
}
