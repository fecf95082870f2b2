import { stateLabels } from '../casework/labels'
import { instantOrNothing, type Sheet } from '../core/sheet'
import { calledBackLabels, messageKindLabels, messageStateLabels } from './states'
import type { OrderRow, ReportView } from './views'

export const orderSheet: Sheet<OrderRow> = {
  name: '热线工单',
  columns: [
    { title: '工单编号', width: 22, value: (row) => row.externalNumber },
    { title: '来源', width: 14, value: (row) => row.sourceName },
    { title: '办件编号', width: 18, value: (row) => row.serial },
    { title: '事项', width: 40, value: (row) => row.title },
    { title: '状态', width: 10, value: (row) => stateLabels[row.state] },
    { title: '收到', width: 18, value: (row) => new Date(row.receivedAt) },
    { title: '应办好', width: 18, value: (row) => instantOrNothing(row.redAt) },
    { title: '热线要求', width: 18, value: (row) => instantOrNothing(row.due) },
    { title: '最近的回执', width: 16, value: (row) => row.message && `${messageKindLabels[row.message.kind]}，${messageStateLabels[row.message.state]}` },
    { title: '没被接受的原因', width: 30, value: (row) => row.message?.reason },
    { title: '平台回访', width: 12, value: (row) => row.calledBack && calledBackLabels[row.calledBack.satisfied] },
    { title: '重发内容不同', width: 18, value: (row) => instantOrNothing(row.differedAt) },
  ],
}

export const reportSheet: Sheet<ReportView> = {
  name: '热线对账',
  columns: [
    { title: '哪一天', width: 14, value: (row) => row.day },
    { title: '平台', width: 8, value: (row) => row.theirs },
    { title: '我们', width: 8, value: (row) => row.ours },
    { title: '不一样的', width: 10, value: (row) => row.rows.length },
    { title: '对账时间', width: 18, value: (row) => new Date(row.at) },
    { title: '谁对的', width: 14, value: (row) => row.byName },
    { title: '不一样的工单', width: 60, value: (row) => row.rows.map(({ externalNumber }) => externalNumber).join('、') },
  ],
}
