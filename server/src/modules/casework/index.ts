import { module } from '../../core/module'
import { endRing, revealRing } from './commands/answer-ring'
import { closeUnrated } from './commands/close-unrated'
import { callBackup, endPause, escalate, recount, warn } from './commands/crossings'
import { fileForCaller } from './commands/file-for-caller'
import { findCaller } from './commands/find-caller'
import { join, leave } from './commands/join'
import { merge, unmerge } from './commands/merge'
import { rebind, reopenFromOutside } from './commands/outside-steps'
import { answer, refuseAnswer, sendUnsigned, signAnswer } from './commands/answer-steps'
import { accept, ask, assign, decline, giveUp, handle } from './commands/handler-steps'
import { arrive, reportResult, tellLate, waiveCalled, whistle } from './commands/whistle-steps'
import { arbitrate, raiseArbitration, returnCase } from './commands/return-steps'
import { disown, rate, reopen, supplement, withdraw } from './commands/requester-steps'
import { revealRequester } from './commands/reveal-requester'
import { ringDutyDesk } from './commands/ring-duty-desk'
import { route } from './commands/route'
import { setRisk } from './commands/set-risk'
import { submit } from './commands/submit'
import { answerCallBack, holdHearing, openCallBack, recordCallBack } from './commands/call-back-steps'
import { saveTemplate } from './commands/save-template'
import { fileFeedback, listForSupervision, signResult, takeCharge } from './commands/supervision-steps'
import { askTime, grantTime, refuseTime, resume } from './commands/time-steps'
import { ringReactions } from './intake/ring-reactions'
import { jobs } from './jobs'
import { countBoard } from './queries/count-board'
import { countByColour } from './queries/count-by-colour'
import { countSupervisions } from './queries/count-supervisions'
import { getCase } from './queries/get-case'
import { listAssignees } from './queries/list-assignees'
import { listCases } from './queries/list-cases'
import { listOnMap } from './queries/list-on-map'
import { listSupervisions } from './queries/list-supervisions'
import { listResponsibilities } from './queries/list-responsibilities'
import { listRings } from './queries/list-rings'
import { getMine, listMine } from './queries/mine'
import { findSimilar } from './queries/find-similar'
import { getJoined, listJoined } from './queries/joined'
import { listCallBacks } from './queries/list-call-backs'
import { listTemplates } from './queries/list-templates'
import { listOpinions, showSatisfaction } from './queries/satisfaction'
import { listChildren } from './queries/list-children'
import { listSimilar } from './queries/list-similar'
import { draftSummary } from './public/draft-summary'
import { follow, getFollow, unfollow } from './public/follow'
import { publish, unpublish } from './public/publish'
import { getOwnWhy, getPublic, getWhy, listPublic, listPublicOnMap } from './public/queries'
import { statusByCode } from './intake/status-by-code'
import { addPlaceCodes, retirePlaceCode } from './place-codes/keep-codes'
import { previewPlaceCodes } from './place-codes/preview-codes'
import { listPlaceCodes, readPlaceCode } from './place-codes/queries'
import { submitAtPlace } from './place-codes/submit-at-place'
import { reactions } from './reactions'
import { importResponsibilities, listResponsibilityVersions, saveResponsibility } from './responsibility/save'
import { exportResponsibilities, readResponsibilityFile } from './responsibility/workbook'
import { applySettings, showApplying } from './settings/apply-settings'
import { listSigning, setSigning } from './signing/set-signing'
import { startSettings } from './settings/current'
import { followSettings } from './settings/follow-settings'
import { previewSettings } from './settings/preview-settings'
import { publishSettings } from './settings/publish-settings'
import { checkSettings, getSettings, listSettings, readSettings } from './settings/read'
import { countTriage, listTriage } from './triage/list-triage'
import { admit, raiseTriage, turnAway } from './triage/steps'
import { applyHanded } from './sealed/apply-handed'
import { handedJob } from './sealed/jobs'
import { askOpening, confirmOpening, readOpened, refuseOpening } from './sealed/openings'
import { sealedReactions } from './sealed/reactions'
import { readSayings, release } from './sealed/release'

export { buildSubmitted, type Submission } from './build'
export { CallBacks } from './call-back.model'
export { Cases, Histories, type CaseDoc, type HistoryDoc } from './case.model'
export { fileCase, filerForCaller, prepareFiling, type Filed, type Filer, type Filing, type Matter } from './filing'
export { keepResponsibilities, type ResponsibilityRow } from './responsibility.model'
export { callerOfPhone, keepCaller, requesterIdOfVerifiedPhone, type SaidCaller } from './intake/callers'
export { requesterContact } from './intake/requester'
export { caseFilter, colourRanges } from './list-filter'
export { paceOf } from './pace'
export { settled } from './settle'
export { presentPublicCases } from './public/present-public'
export { PublicCases, type PublicCaseDoc } from './public/public-case.model'
export { publicFilter } from './public/public-filter'
export { chargeFor, locateCase } from './routing'
export { townServed } from './towns'
export { presentSummaries, summaryProjection, titleFor } from './present/summary'
export { withParent } from './parents'
export { addPlaces } from './places'
export { pseudonymOf, sealedCaseId } from './sealed/derive'
export { labelsOfCases } from './target-labels'
export { allCaseTypes, registerCaseType, typeNamed, typeOf } from './types'

export const caseworkModule = module({
  name: 'casework',
  operations: [
    submit, fileForCaller, findCaller, ringDutyDesk, revealRing, endRing, listRings,
    withdraw, route, accept, assign, handle, ask, supplement, answer, rate, reopen, decline, giveUp, disown, closeUnrated, revealRequester,
    askTime, grantTime, refuseTime, resume, fileFeedback, signResult, listForSupervision, takeCharge, warn, callBackup, escalate, endPause, recount, listSupervisions,
    countSupervisions, countBoard,
    listCases, getCase, countByColour, listOnMap, listAssignees, listMine, getMine,
    findSimilar, listSimilar, join, leave, listJoined, getJoined, merge, unmerge, listChildren,
    draftSummary, publish, unpublish, listPublic, getPublic, listPublicOnMap, getWhy, getOwnWhy, follow, unfollow, getFollow,
    openCallBack, recordCallBack, answerCallBack, holdHearing, listCallBacks, showSatisfaction, listOpinions, saveTemplate, listTemplates,
    whistle, arrive, reportResult, waiveCalled, tellLate,
    returnCase, arbitrate, raiseArbitration, listResponsibilities,
    rebind, reopenFromOutside,
    signAnswer, refuseAnswer, sendUnsigned, setSigning, listSigning,
    saveResponsibility, importResponsibilities, listResponsibilityVersions, readResponsibilityFile, exportResponsibilities,
    getSettings, readSettings, listSettings, checkSettings, previewSettings, publishSettings, applySettings, showApplying, followSettings,
    listPlaceCodes, previewPlaceCodes, addPlaceCodes, retirePlaceCode, readPlaceCode, submitAtPlace, statusByCode,
    setRisk,
    listTriage, countTriage, admit, turnAway, raiseTriage,
    readSayings, release, askOpening, confirmOpening, refuseOpening, readOpened, applyHanded,
  ],
  reactions: [...reactions, ...ringReactions, ...sealedReactions],
  jobs: [...jobs, handedJob],
  start: startSettings,
})
