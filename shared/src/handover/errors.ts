import type { ErrorTable } from '../core/errors'

export const handoverErrors = {
  'handover.notYourShift': { status: 403, text: '交班要由这一班的主班或备班签，接班要由下一班的主班或备班签' },
  'handover.tooEarly': { status: 409, text: '离交班还早，下班前两小时起可以签' },
  'handover.notNow': { status: 409, text: '这个班现在不在交接，请刷新看最新的值班表' },
  'handover.alreadySigned': { status: 409, text: '这一班已经签过交班，等下一班签字接班' },
  'handover.alreadyAccepted': { status: 409, text: '这一班已经交接完了' },
  'handover.notSignedYet': { status: 409, text: '上一班还没有签；到点后仍没签的，写明情况可以先接' },
  'handover.sameHands': { status: 409, text: '交班和接班不能是同一个人签，请下一班的另一位来签' },
  'handover.nothingToRing': { status: 409, text: '没有要催的紧急事项' },
  'handover.noShifts': { status: 422, text: '这个单位不分班交接' },
  'handover.tooManyWatches': { status: 422, text: '盯着的事太多了（200 件），请先了结一些' },
} satisfies ErrorTable
