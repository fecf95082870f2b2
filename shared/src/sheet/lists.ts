/**
 * The lists that can be taken along as a workbook: all that the admin's pages show, masked as there. The
 * registers of residents and households are not among them: nobody carries those away in a file.
 */
export const SHEET_LISTS = [
  'casework.listCases', 'casework.listSupervisions', 'casework.listCallBacks', 'casework.showSatisfaction', 'casework.listOpinions',
  'casework.listTemplates', 'casework.listResponsibilities', 'casework.listRings', 'journal.listEntries', 'duty.listShifts',
  'handover.listPast', 'hotline.listOrders', 'hotline.listReports', 'open311.listKeys', 'calendar.listVersions',
  'stats.show', 'stats.listCases',
] as const
export type SheetList = (typeof SHEET_LISTS)[number]
