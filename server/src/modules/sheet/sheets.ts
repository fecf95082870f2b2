import { calendarSheet } from '@xiangli/shared/calendar/sheets'
import { callBackSheet, caseSheet, opinionSheet, responsibilitySheet, ringSheet, satisfactionSheet, supervisionSheet, templateSheet } from '@xiangli/shared/casework/sheets'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { Sheet } from '@xiangli/shared/core/sheet'
import { rosterSheet } from '@xiangli/shared/duty/sheets'
import { handoverSheet } from '@xiangli/shared/handover/sheets'
import { orderSheet, reportSheet } from '@xiangli/shared/hotline/sheets'
import { journalSheet } from '@xiangli/shared/journal/sheets'
import { keySheet } from '@xiangli/shared/open311/sheets'
import { statsCaseSheet, statsSheet } from '@xiangli/shared/stats/sheets'
import type { SheetList } from '@xiangli/shared/sheet/lists'

/** Each list with its own sheet; the compiler holds the columns to what the list answers. */
const sheets: { [N in SheetList]: Sheet<OutputOf<N>['items'][number]> } = {
  'casework.listCases': caseSheet,
  'casework.listSupervisions': supervisionSheet,
  'casework.listCallBacks': callBackSheet,
  'casework.showSatisfaction': satisfactionSheet,
  'casework.listOpinions': opinionSheet,
  'casework.listTemplates': templateSheet,
  'casework.listResponsibilities': responsibilitySheet,
  'casework.listRings': ringSheet,
  'journal.listEntries': journalSheet,
  'duty.listShifts': rosterSheet,
  'handover.listPast': handoverSheet,
  'hotline.listOrders': orderSheet,
  'hotline.listReports': reportSheet,
  'open311.listKeys': keySheet,
  'calendar.listVersions': calendarSheet,
  'stats.show': statsSheet,
  'stats.listCases': statsCaseSheet,
}

/** Rows come from the list the sheet is named by: of which kind is known there, not here. */
export const sheetOf = (list: SheetList): Sheet<unknown> => sheets[list] as Sheet<unknown>
