export const dutyEvents = {
  'duty.planned': '值班表排好了',
  'duty.shiftChanged': '一个班增加、改动或取消了，写明了原因',
  'duty.phoneListSet': '电话顺序改了',
} as const
