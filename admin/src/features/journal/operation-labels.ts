import type { OperationName } from '@xiangli/shared/catalog/contracts'

/** The commands a county most often looks for in its journal, in the words of the buttons. */
export const operationLabels: Partial<Record<OperationName, string>> = {
  'casework.submit': '反映一件事',
  'casework.accept': '受理',
  'casework.route': '转办',
  'casework.assign': '换办理人',
  'casework.handle': '记一笔',
  'casework.ask': '请补充情况',
  'casework.supplement': '补充情况',
  'casework.answer': '办好了，答复',
  'casework.rate': '评价',
  'casework.reopen': '没办好，重新办理',
  'casework.withdraw': '撤回',
  'casework.decline': '不予受理',
  'casework.giveUp': '无法办理',
  'casework.closeUnrated': '到期自动办结',
  'casework.merge': '合并同样的事',
  'casework.unmerge': '拆出合并的事',
  'casework.join': '说自己也遇到',
  'casework.leave': '不再跟着看',
  'casework.revealRequester': '看反映人全名',
  'registry.revealResident': '看居民全部信息',
  'identity.loginByPassword': '用密码登录',
  'identity.loginByWechat': '用微信登录',
  'identity.loginDemo': '用演示账号登录',
  'identity.logout': '退出登录',
  'identity.bindVillage': '选定我的村',
  'identity.updateProfile': '改称呼或手机号',
  'calendar.publishCalendar': '发布工作日历',
  'file.upload': '上传照片或语音',
  'file.sweep': '清理没用上的附件',
  'identity.sweepSessions': '清理过期的登录',
  'duty.planShifts': '轮班',
  'duty.addShift': '加一个班',
  'duty.changeShift': '改一个班',
  'duty.removeShift': '取消一个班',
  'duty.setPhoneList': '改电话顺序',
  'duty.extendPlan': '自动往后排班',
  'handover.sign': '交班签字',
  'handover.accept': '接班签字',
  'handover.watch': '接着盯',
  'handover.endWatch': '不用再盯',
  'handover.ring': '催上一班',
  'notice.markRead': '消息标为已读',
  'notice.deliver': '送达消息',
}

export const labelOf = (operation: string, summary: string) => operationLabels[operation as OperationName] ?? summary.split(/[，；（]/)[0] ?? operation

/** Looking at unmasked data is marked in the list. */
export const isReveal = (operation: string) => operation.endsWith('.revealRequester') || operation.endsWith('.revealResident')
