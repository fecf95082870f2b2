import type { ErrorTable } from '../core/errors'

export const caseworkErrors = {
  'casework.unknownType': { status: 422, text: '没有这类事项，请更新到最新版本' },
  'casework.unknownCategory': { status: 422, text: '没有这个类别，请重新选择' },
  'casework.nothingSaid': { status: 422, text: '说一段语音、写几个字或拍张照片，有一样就能提交' },
  'casework.wrongState': { status: 409, text: '这件事现在的状态不能这样办，请看最新进展' },
  'casework.notYours': { status: 403, text: '这一步要由负责这件事的人来办' },
  'casework.alreadySubmitted': { status: 409, text: '这件事已经提交过了，请到“我的反映”里查看' },
  'casework.alreadyAsked': { status: 409, text: '已经请群众补充过情况，等回复后再问' },
  'casework.notAssignable': { status: 422, text: '这个人在这里没有办理权限，请换一位' },
  'casework.outsideScope': { status: 422, text: '所选的地方不在您管的范围里，请转给上一级调度' },
  'casework.ownWork': { status: 403, text: '自己办的事不能由自己评价；没办好可以重新办理，到期会自动按未评价办结' },
  'casework.gradeIsDispatchers': { status: 403, text: '降低紧急程度由乡镇或县的调度员来定，请联系调度员' },
  'casework.mapTooWide': { status: 422, text: '这个范围里的事太多，一时查不出来，请把地图放大一些再看' },
  'casework.reopenTooLate': { status: 409, text: '办结已超过期限，请重新反映一次' },
} satisfies ErrorTable
