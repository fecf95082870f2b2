import type { ErrorTable } from '../core/errors'

export const dutyErrors = {
  'duty.notYours': { status: 403, text: '这个单位的值班表由本单位的值班管理人来排，您可以看，不能改' },
  'duty.endsBeforeItBegins': { status: 422, text: '结束时间要在开始时间之后' },
  'duty.tooLong': { status: 422, text: '一个班最长 24 小时，请分成几个班' },
  'duty.overlaps': { status: 409, text: '这段时间已经有人值班，请先改那个班，或换一段时间' },
  'duty.slotsOverlap': { status: 422, text: '几个班次的时间互相重叠，请改一下起止时间' },
  'duty.badPeriod': { status: 422, text: '排班的起止日期不对：最长 3 个月，结束不早于开始' },
  'duty.notAtUnit': { status: 422, text: '这个人那时不在这个单位任职，请换一位' },
  'duty.samePerson': { status: 422, text: '主班和备班不能是同一个人' },
  'duty.alreadyOver': { status: 409, text: '这个班已经结束，不能再改；有出入请写进交接班' },
  'duty.alreadyBegun': { status: 409, text: '这个班已经开始，只能换人，不能改时间或取消' },
  'duty.noPhone': { status: 422, text: '这个人的账号里没有手机号，先请本人在“我的”里填好' },
  'duty.noPool': { status: 422, text: '兜底岗只有县综治中心有' },
} satisfies ErrorTable
