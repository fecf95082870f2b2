import { instantOrNothing, type Sheet } from '../core/sheet'
import type { CallBackRow } from './contract/call-back'
import type { Responsibility } from './contract/returns'
import type { RingView } from './contract/ring'
import type { TemplateView } from './contract/template'
import { awaitedLabels, callEndLabels, callKindLabels, channelLabels, colourLabels, gradeLabels, opinionLabels, stateLabels, supervisionLabels, templateStateLabels } from './labels'
import { OPINIONS, type Opinion } from './satisfaction'
import type { CaseSummary, SupervisionRow } from './views'

export const caseSheet: Sheet<CaseSummary> = {
  name: '办件',
  columns: [
    { title: '编号', width: 18, value: (row) => row.serial },
    { title: '事项', width: 40, value: (row) => row.title },
    { title: '类别', width: 12, value: (row) => row.categoryLabel ?? '未定' },
    { title: '等级', width: 8, value: (row) => gradeLabels[row.grade] },
    { title: '状态', width: 10, value: (row) => stateLabels[row.state] },
    { title: '时限', width: 10, value: (row) => colourLabels[row.colour] },
    { title: '应办好', width: 18, value: (row) => instantOrNothing(row.redAt) },
    { title: '村（社区）', width: 14, value: (row) => row.villageName },
    { title: '网格', width: 14, value: (row) => row.gridName },
    { title: '办理人', width: 18, value: (row) => row.handlerName },
    { title: '责任单位', width: 20, value: (row) => row.ownerName },
    { title: '反映人', width: 10, value: (row) => row.requesterName },
    { title: '来源', width: 12, value: (row) => channelLabels[row.channel] },
    { title: '收到', width: 18, value: (row) => new Date(row.receivedAt) },
    { title: '更新', width: 18, value: (row) => new Date(row.updatedAt) },
    { title: '督办', width: 8, value: (row) => (row.isSupervised ? '督办' : '') },
  ],
}

const endLabels: Record<NonNullable<SupervisionRow['ended']>, string> = { signed: '已签认', missed: '到时没做，升到上一级', closed: '事情办结', reopened: '没办好，重新办理' }

export const supervisionSheet: Sheet<SupervisionRow> = {
  name: '督办',
  columns: [
    { title: '编号', width: 18, value: (row) => row.serial },
    { title: '事项', width: 40, value: (row) => row.title },
    { title: '督办', width: 12, value: (row) => supervisionLabels[row.kind] },
    { title: '级', width: 6, value: (row) => row.level },
    { title: '谁的事', width: 20, value: (row) => row.unitName },
    { title: '在等', width: 18, value: (row) => (row.ended ? '' : awaitedLabels[row.awaits]) },
    { title: '期限', width: 18, value: (row) => new Date(row.due) },
    { title: '开始', width: 18, value: (row) => new Date(row.since) },
    { title: '村（社区）', width: 14, value: (row) => row.villageName },
    { title: '办理人', width: 18, value: (row) => row.handlerName },
    { title: '反馈的原因', width: 40, value: (row) => row.feedback?.reason },
    { title: '反馈的措施', width: 40, value: (row) => row.feedback?.measures },
    { title: '答应办好', width: 18, value: (row) => instantOrNothing(row.feedback?.promisedAt) },
    { title: '怎么结束', width: 22, value: (row) => row.ended && endLabels[row.ended] },
    { title: '结束', width: 18, value: (row) => instantOrNothing(row.endedAt) },
  ],
}

export const callBackSheet: Sheet<CallBackRow> = {
  name: '回访',
  columns: [
    { title: '编号', width: 18, value: (row) => row.serial },
    { title: '事项', width: 40, value: (row) => row.title },
    { title: '类别', width: 12, value: (row) => row.categoryLabel },
    { title: '村（社区）', width: 14, value: (row) => row.villageName },
    { title: '责任单位', width: 20, value: (row) => row.ownerName },
    { title: '反映人', width: 10, value: (row) => row.requesterName },
    { title: '哪一种', width: 12, value: (row) => callKindLabels[row.kind] },
    { title: '第几次', width: 8, value: (row) => row.round },
    { title: '应问', width: 18, value: (row) => new Date(row.due) },
    { title: '没接通次数', width: 12, value: (row) => row.tries },
    { title: '结果', width: 14, value: (row) => row.ended && callEndLabels[row.ended] },
    { title: '结果的时间', width: 18, value: (row) => instantOrNothing(row.endedAt) },
    { title: '谁问的', width: 12, value: (row) => row.byName },
    { title: '怎么说', width: 40, value: (row) => row.words },
  ],
}

interface SatisfactionRow {
  unitName: string
  counts?: Partial<Record<Opinion, number>> | undefined
}

export const satisfactionSheet: Sheet<SatisfactionRow> = {
  name: '满意情况',
  columns: [
    { title: '单位', width: 24, value: (row) => row.unitName },
    ...OPINIONS.map((opinion) => ({ title: opinionLabels[opinion], width: 10, value: (row: SatisfactionRow) => row.counts?.[opinion] })),
    { title: '说明', width: 16, value: (row) => (row.counts ? '' : '不足 5 件，不显示') },
  ],
}

export const opinionSheet: Sheet<{ serial: string; title: string; answeredAt: string }> = {
  name: '评价和回访',
  columns: [
    { title: '编号', width: 18, value: (row) => row.serial },
    { title: '事项', width: 40, value: (row) => row.title },
    { title: '答复', width: 18, value: (row) => new Date(row.answeredAt) },
  ],
}

export const templateSheet: Sheet<TemplateView> = {
  name: '答复模板',
  columns: [
    { title: '名称', width: 24, value: (row) => row.title },
    { title: '用在', width: 12, value: (row) => templateStateLabels[row.state] },
    { title: '类别', width: 12, value: (row) => row.categoryLabel ?? '各类' },
    { title: '哪里的', width: 14, value: (row) => row.regionName },
    { title: '内容', width: 80, value: (row) => row.text },
    { title: '第几版', width: 8, value: (row) => row.version },
    { title: '谁改的', width: 12, value: (row) => row.byName },
    { title: '改的时间', width: 18, value: (row) => new Date(row.at) },
    { title: '停用', width: 8, value: (row) => (row.isRetired ? '已停用' : '') },
  ],
}

export const responsibilitySheet: Sheet<Responsibility> = {
  name: '权责清单',
  columns: [
    { title: '编号', width: 12, value: (row) => row.code },
    { title: '单位', width: 24, value: (row) => row.unitName },
    { title: '职责', width: 50, value: (row) => row.title },
    { title: '依据', width: 50, value: (row) => row.basis },
  ],
}

export const ringSheet: Sheet<RingView> = {
  name: '急事回电',
  columns: [
    { title: '时间', width: 18, value: (row) => new Date(row.at) },
    { title: '什么事', width: 24, value: (row) => row.label },
    { title: '让打的电话', width: 12, value: (row) => row.number },
    { title: '地方', width: 30, value: (row) => [row.placeName, row.placeWords].filter(Boolean).join(' ') },
    { title: '姓名', width: 10, value: (row) => row.name },
    { title: '电话', width: 16, value: (row) => row.phone },
    { title: '回过', width: 18, value: (row) => instantOrNothing(row.endedAt) },
    { title: '谁回的', width: 12, value: (row) => row.endedByName },
    { title: '怎么样', width: 40, value: (row) => row.note },
  ],
}
