import type { ErrorTable } from '../core/errors'

export const calendarErrors = {
  'calendar.stale': { status: 409, text: '日历刚有人发布了新的一版；您的改动还在，请载入新版看过再发布' },
  'calendar.outOfRange': { status: 422, text: '日历从 2020 年起，最多排到五年后' },
  'calendar.pastDay': { status: 422, text: '已公布的年份里，过去的日子不能再改：那时的时限已经照它算过' },
  'calendar.badHours': { status: 422, text: '上班时间要在一天之内、先后排好、互不相连，合计 4 到 14 小时' },
  'calendar.knownToBack': { status: 422, text: '已经公布的年份不能改回暂定' },
  'calendar.yearUnfinished': { status: 422, text: '这一年的元旦、国庆节还没有标成放假，请把放假安排录完再定下来' },
  'calendar.tooManyOff': { status: 422, text: '放假太多：一年里最多把 30 个工作日改成放假，连着不上班最多 12 天；再多，时限就都停住了' },
  'calendar.nothingChanged': { status: 422, text: '和现行的一版没有差别，不用发布' },
} satisfies ErrorTable
