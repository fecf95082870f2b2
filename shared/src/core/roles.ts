import type { CommandName, OperationName } from '../catalog/contracts'

/** A duty (职责) is a set of operations; a role is a set of duties. A county may withhold, not invent. */
const duties = {
  lookAround: ['region.listUnits', 'identity.listTeam', 'casework.listResponsibilities', 'sheet.download'],
  seeCases: ['casework.listCases', 'casework.getCase', 'casework.countByColour', 'casework.listOnMap', 'casework.listSimilar', 'casework.listChildren'],
  doCases: ['casework.accept', 'casework.handle', 'casework.ask', 'casework.answer', 'casework.assign', 'casework.listAssignees', 'casework.askTime', 'casework.resume', 'casework.listTemplates'],
  ownCases: ['casework.route', 'casework.decline', 'casework.giveUp', 'casework.merge', 'casework.unmerge', 'casework.whistle', 'casework.waiveCalled'],
  answerForUnit: ['casework.fileFeedback', 'casework.signResult', 'casework.holdHearing'],
  seeSupervisions: ['casework.listSupervisions', 'casework.countSupervisions'],
  seeBoard: ['casework.countBoard'],
  comeToHelp: ['casework.arrive', 'casework.reportResult'],
  returnCases: ['casework.returnCase'],
  arbitrateCases: ['casework.arbitrate'],
  superviseCases: ['casework.grantTime', 'casework.refuseTime', 'casework.listForSupervision'],
  callBack: ['casework.listCallBacks', 'casework.recordCallBack', 'casework.listOpinions'],
  seeSatisfaction: ['casework.showSatisfaction'],
  seeStatistics: ['stats.show', 'stats.listCases'],
  keepTemplates: ['casework.saveTemplate'],
  leadCases: ['casework.takeCharge'],
  answerRings: ['casework.listRings', 'casework.revealRing', 'casework.endRing'],
  undoHelp: ['casework.disown'],
  takeCalls: ['casework.fileForCaller', 'casework.findCaller'],
  publishCases: ['casework.draftSummary', 'casework.publish', 'casework.unpublish'],
  issueKeys: ['open311.listKeys', 'open311.issueKey', 'open311.revokeKey'],
  seeHotline: ['hotline.listOrders', 'hotline.listMessages', 'hotline.listSources'],
  importHotline: ['hotline.previewImport', 'hotline.importOrders', 'hotline.listImports', 'hotline.downloadImport', 'hotline.resend'],
  keepHotline: ['hotline.saveSource', 'hotline.reconcile', 'hotline.listReports'],
  checkReports: ['casework.listTriage', 'casework.countTriage', 'casework.admit', 'casework.turnAway'],
  judgeRisk: ['casework.setRisk'],
  keepPlaceCodes: ['casework.listPlaceCodes', 'casework.previewPlaceCodes', 'casework.addPlaceCodes', 'casework.retirePlaceCode'],
  typeSealed: ['casework.readSayings', 'casework.release'],
  openNames: ['casework.askOpening', 'casework.confirmOpening', 'casework.refuseOpening', 'casework.readOpened'],
  contactRequester: ['casework.revealRequester'],
  seeRegistry: ['registry.listResidents', 'registry.listHouseholds'],
  revealRegistry: ['registry.revealResident'],
  seeRoster: ['duty.listShifts', 'duty.whoIsOnDuty'],
  keepRoster: ['duty.listPeople', 'duty.previewPlan', 'duty.planShifts', 'duty.addShift', 'duty.changeShift', 'duty.removeShift', 'duty.setPhoneList'],
  handOver: ['handover.prepare', 'handover.listPast', 'handover.getPast', 'handover.sign', 'handover.accept', 'handover.watch', 'handover.endWatch'],
  seeJournal: ['journal.listEntries'],
  seeCalendarVersions: ['calendar.listVersions'],
  signAnswers: ['casework.signAnswer', 'casework.refuseAnswer', 'casework.listSigning'],
  keepSigning: ['casework.listSigning', 'casework.setSigning'],
  seeSettings: ['casework.listSettings', 'casework.readSettings', 'casework.showApplying', 'casework.listResponsibilityVersions', 'casework.exportResponsibilities'],
  keepSettings: ['casework.checkSettings', 'casework.previewSettings', 'casework.publishSettings', 'casework.applySettings'],
  keepResponsibilities: ['casework.saveResponsibility', 'casework.readResponsibilityFile', 'casework.importResponsibilities'],
  keepCalendar: ['calendar.previewCalendar', 'calendar.publishCalendar'],
} as const satisfies Record<string, readonly OperationName[]>

export type DutyName = keyof typeof duties

const roles = {
  gridMember: { label: '网格员', duties: ['lookAround', 'seeCases', 'doCases', 'contactRequester', 'seeRegistry', 'seeRoster', 'handOver', 'undoHelp', 'publishCases'] },
  gridLeader: { label: '网格长', duties: ['lookAround', 'seeCases', 'doCases', 'ownCases', 'contactRequester', 'seeRegistry', 'seeSupervisions', 'seeRoster', 'handOver', 'undoHelp', 'publishCases'] },
  villageSecretary: { label: '村党组织书记', duties: ['lookAround', 'seeCases', 'doCases', 'ownCases', 'contactRequester', 'seeRegistry', 'seeJournal', 'answerForUnit', 'seeSupervisions', 'seeRoster', 'handOver', 'keepRoster', 'undoHelp', 'takeCalls', 'publishCases', 'seeSatisfaction', 'comeToHelp', 'keepPlaceCodes', 'judgeRisk', 'seeStatistics', 'signAnswers'] },
  informationOfficer: { label: '网格信息员', duties: ['lookAround', 'seeCases', 'seeRegistry', 'revealRegistry', 'seeRoster', 'handOver', 'undoHelp'] },
  supervisor: { label: '网格督导员', duties: ['lookAround', 'seeCases', 'seeSupervisions', 'seeRoster', 'handOver'] },
  townDispatcher: { label: '乡镇调度员', duties: ['lookAround', 'seeCases', 'doCases', 'ownCases', 'contactRequester', 'seeRegistry', 'seeJournal', 'answerForUnit', 'seeSupervisions', 'superviseCases', 'seeRoster', 'handOver', 'keepRoster', 'undoHelp', 'takeCalls', 'answerRings', 'publishCases', 'seeBoard', 'callBack', 'seeSatisfaction', 'keepTemplates', 'returnCases', 'arbitrateCases', 'comeToHelp', 'seeHotline', 'importHotline', 'checkReports', 'keepPlaceCodes', 'judgeRisk', 'typeSealed', 'openNames', 'seeStatistics'] },
  townLeader: { label: '乡镇分管领导', duties: ['lookAround', 'seeCases', 'seeJournal', 'answerForUnit', 'seeSupervisions', 'superviseCases', 'leadCases', 'seeRoster', 'handOver', 'seeSatisfaction', 'arbitrateCases', 'judgeRisk', 'openNames', 'seeStatistics', 'signAnswers'] },
  departmentStaff: { label: '部门承办人', duties: ['lookAround', 'seeCases', 'doCases', 'contactRequester', 'answerForUnit', 'seeSupervisions', 'seeRoster', 'handOver', 'publishCases', 'seeSatisfaction', 'returnCases', 'comeToHelp', 'openNames', 'seeStatistics'] },
  countyDispatcher: { label: '县中心调度员', duties: ['lookAround', 'seeCases', 'doCases', 'ownCases', 'contactRequester', 'seeJournal', 'seeCalendarVersions', 'keepCalendar', 'seeSettings', 'keepSettings', 'answerForUnit', 'seeSupervisions', 'superviseCases', 'seeRoster', 'handOver', 'keepRoster', 'takeCalls', 'answerRings', 'issueKeys', 'publishCases', 'seeBoard', 'callBack', 'seeSatisfaction', 'keepTemplates', 'arbitrateCases', 'comeToHelp', 'seeHotline', 'importHotline', 'keepHotline', 'checkReports', 'keepPlaceCodes', 'judgeRisk', 'typeSealed', 'openNames', 'seeStatistics', 'keepResponsibilities', 'keepSigning'] },
  countyLeader: { label: '县中心负责人', duties: ['lookAround', 'seeCases', 'seeJournal', 'seeCalendarVersions', 'seeSettings', 'answerForUnit', 'seeSupervisions', 'superviseCases', 'leadCases', 'seeRoster', 'handOver', 'seeSatisfaction', 'arbitrateCases', 'judgeRisk', 'openNames', 'seeStatistics', 'signAnswers'] },
  departmentLeader: { label: '部门负责人', duties: ['lookAround', 'seeCases', 'answerForUnit', 'seeSupervisions', 'seeRoster', 'handOver', 'seeSatisfaction', 'signAnswers'] },
} as const satisfies Record<string, { label: string; duties: readonly DutyName[] }>

export type RoleName = keyof typeof roles
export const roleNames = Object.keys(roles) as RoleName[]
export const roleLabel = (role: RoleName): string => roles[role].label

const operationsByRole = new Map<RoleName, ReadonlySet<OperationName>>(
  roleNames.map((role) => [role, new Set(roles[role].duties.flatMap((duty): readonly OperationName[] => duties[duty]))]),
)

export const operationsOfRole = (role: RoleName): ReadonlySet<OperationName> => operationsByRole.get(role) ?? new Set()

/** What anyone may do without an account. */
export const anonymousOperations = new Set<OperationName>([
  'identity.loginByWechat', 'identity.loginByPassword', 'identity.loginDemo', 'identity.listDemoAccounts',
  'region.listDivisions', 'region.getBorders', 'region.locate', 'calendar.getCalendar', 'casework.getSettings',
  'region.listDivisions', 'region.getBorders', 'region.locate',
  'casework.statusByCode',
  'casework.listPublic', 'casework.getPublic', 'casework.listPublicOnMap', 'casework.getWhy',
  'casework.readPlaceCode', 'casework.submitAtPlace',
])

/** What every account may do, on its own records. */
export const villagerOperations = new Set<OperationName>([
  'identity.getMe', 'identity.logout', 'identity.bindVillage', 'identity.updateProfile',
  'file.upload', 'notice.listMine', 'notice.countUnread', 'notice.markRead',
  'casework.submit', 'casework.ringDutyDesk', 'casework.withdraw', 'casework.supplement', 'casework.rate', 'casework.reopen', 'casework.disown', 'casework.answerCallBack',
  'casework.listMine', 'casework.getMine',
  'casework.findSimilar', 'casework.join', 'casework.leave', 'casework.listJoined', 'casework.getJoined',
  'casework.submit', 'casework.withdraw', 'casework.supplement', 'casework.rate', 'casework.reopen',
  'casework.listMine', 'casework.getMine', 'casework.getOwnWhy', 'casework.follow', 'casework.unfollow', 'casework.getFollow',
])

/** Machines that act by themselves, each with what it may do. */
const systemActors = {
  timetable: ['casework.warn', 'casework.callBackup', 'casework.escalate', 'casework.endPause', 'casework.recount', 'casework.followSettings', 'casework.closeUnrated', 'file.sweep', 'identity.sweepSessions', 'duty.extendPlan', 'handover.ring', 'casework.openCallBack', 'casework.raiseArbitration', 'casework.tellLate', 'casework.raiseTriage', 'casework.applyHanded', 'casework.sendUnsigned'],
  dispatcher: ['notice.deliver', 'hotline.enqueue', 'casework.reopenFromOutside'],
  hotline: ['hotline.takeOrder', 'hotline.takeCallBack', 'hotline.settleMessage', 'hotline.reconcileDay', 'casework.rebind'],
} as const satisfies Record<string, readonly CommandName[]>

export type SystemActorName = keyof typeof systemActors
export const operationsOfSystem = (name: SystemActorName): readonly OperationName[] => systemActors[name]

/** May some person use it? The others are what only the server says to itself. */
export const isForPeople = (operation: OperationName): boolean =>
  anonymousOperations.has(operation) || villagerOperations.has(operation) || roleNames.some((role) => operationsOfRole(role).has(operation))
