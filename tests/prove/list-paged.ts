import type { QueryName } from '@xiangli/shared/catalog/contracts'
import { QUEUES } from '@xiangli/shared/casework/views'
import { CASE_STATES } from '@xiangli/shared/casework/states'
import { AWAITED } from '@xiangli/shared/casework/supervision'
import { dayOf, DAY } from '@xiangli/shared/core/time'
import { handsOver } from '@xiangli/shared/duty/rules'
import type { Asked, Known, Values } from './list-known'

const daysAgo = (now: Date, days: number): string => new Date(now.getTime() - days * DAY).toISOString()

const OWN_UNITS = 'what waits for the reader’s own units'
const ONE_CODE = 'what came by one place code'

/** Everything cases are narrowed by, for the list and for the map. */
export const caseFilters = ({ villageId, serial, departmentId, codeId }: Known): Values => ({
  colour: ['green', 'yellow', 'red', 'paused'],
  states: [['pending'], ['closed'], ['answered', 'declined'], [...CASE_STATES]],
  category: ['road', 'other'],
  grade: ['urgent'],
  mine: [true],
  regionId: [villageId],
  unitId: [departmentId],
  serial: [serial],
  queue: [...QUEUES],
  placeCodeId: [codeId],
  risk: ['attention'],
})

/** Every list of cases and of what hangs on them that is read page by page, with values for each of its filters. */
const ofCases: Partial<Record<QueryName, Asked>> = {
  'casework.listCases': {
    from: 'cases',
    filters: caseFilters,
    sorts: ['newest'],
    // Of which there is nothing at all: everything in the place is looked through.
    besides: [{ category: 'other', grade: 'urgent' }],
    loose: {
      category: 'cases of the same state in the reader’s place',
      'mine regionId': 'the reader’s own cases',
      'mine unitId': 'the reader’s own cases',
      'mine risk': 'the reader’s own cases',
      'mine states': 'the reader’s own cases',
      'newest colour': 'open cases in the reader’s place',
      'newest grade': 'cases of the same state in the reader’s place',
      'queue regionId': OWN_UNITS,
      'queue unitId': OWN_UNITS,
      'queue risk': OWN_UNITS,
      'placeCodeId states': ONE_CODE,
      'placeCodeId colour': ONE_CODE,
      'placeCodeId grade': ONE_CODE,
    },
  },
  'casework.listChildren': { from: 'cases', needs: ({ parentId }) => [{ caseId: parentId }], filters: () => ({}) },
  'casework.listMine': { from: 'cases', filters: () => ({ show: ['waitingForMe', 'open', 'closed'] }), loose: { show: 'the requester’s own cases' } },
  'casework.listJoined': { from: 'case_supporters', filters: () => ({}) },
  'casework.listTriage': { from: 'cases', filters: () => ({ show: ['turnedAway'] }) },
  'casework.listSupervisions': {
    from: 'supervisions',
    filters: ({ villageId }) => ({ regionId: [villageId], show: ['ended'], awaits: [...AWAITED], mine: [true] }),
    loose: { 'mine regionId': 'what the reader’s own unit owes' },
  },
  'casework.listCallBacks': { from: 'call_backs', filters: ({ villageId }) => ({ regionId: [villageId], show: ['ended'] }) },
  'casework.listOpinions': { from: 'opinions', needs: ({ committeeId, month }) => [{ unitId: committeeId, month, opinion: 'satisfied' }], filters: () => ({}) },
  'casework.listRings': { from: 'desk_rings', filters: () => ({ isOpen: [false] }) },
  'casework.listPlaceCodes': { from: 'place_codes', filters: ({ villageId }) => ({ regionId: [villageId], isRetired: [true] }) },
  'casework.listPublic': {
    from: 'public_cases',
    filters: ({ villageId }) => ({ regionId: [villageId], category: ['road', 'farming'], status: ['open', 'closed'], box: [{ west: 107.3, south: 35.2, east: 107.4, north: 35.3 }] }),
    loose: { box: 'the public cases of what the box touches, and three seconds' },
  },
}

/** The lists of what a county or a unit keeps. */
const ofTheCounty: Partial<Record<QueryName, Asked>> = {
  'casework.listResponsibilities': {
    from: 'responsibilities',
    filters: ({ departmentId }) => ({ words: ['供水'], unitId: [departmentId], category: ['road'], withRetired: [true] }),
    loose: { words: 'the county’s list, some hundred rows', unitId: 'the county’s list, some hundred rows', category: 'the county’s list, some hundred rows' },
  },
  'casework.listSettings': { from: 'case_settings', filters: () => ({}) },
  'calendar.listVersions': { from: 'calendars', filters: () => ({}) },
  'open311.listKeys': { from: 'open311_keys', filters: () => ({}) },
  'handover.listPast': { from: 'handovers', needs: (_known, own) => (own && handsOver(own.kind) ? [{ unitId: own.unitId }] : []), filters: () => ({}) },
  'duty.listShifts': {
    from: 'duty_shifts',
    needs: ({ now }, own) => (own ? [{ unitId: own.unitId, desk: 'duty', from: dayOf(new Date(now.getTime() - 30 * DAY)), days: 42 }] : []),
    filters: () => ({}),
  },
  'hotline.listOrders': { from: 'hotline_orders', filters: ({ externalNumber }) => ({ show: ['attention'], externalNumber: [externalNumber] }) },
  'hotline.listImports': { from: 'hotline_imports', filters: () => ({}) },
  'hotline.listReports': { from: 'hotline_reports', filters: () => ({}) },
  'stats.listCases': {
    from: 'stats_facts',
    needs: ({ month, quarter }) => [{ period: month, figure: 'received', by: 'category', key: 'road' }, { period: month, figure: 'received' }, { period: quarter, figure: 'received' }, { period: quarter, figure: 'late' }],
    filters: ({ villageId, departmentId }) => ({ regionId: [villageId], unitId: [departmentId] }),
    loose: { figure: 'the facts of one month or quarter in the reader’s place, from the index alone' },
  },
}

const ofPeople: Partial<Record<QueryName, Asked>> = {
  'notice.listMine': { from: 'notices', filters: () => ({ unreadOnly: [true], kind: ['todo', 'progress'] }), loose: { 'kind unreadOnly': 'the reader’s own unread notices' } },
  'journal.listEntries': {
    from: 'journal',
    filters: ({ busyActorId, requesterId, caseId, now }) => ({
      operation: ['casework.accept', 'casework.giveUp', 'registry.revealResident'],
      actorId: [busyActorId, requesterId],
      targetId: [caseId],
      from: [daysAgo(now, 400)],
      to: [daysAgo(now, 390)],
    }),
    loose: { operation: 'the rows of the reader’s place', actorId: 'the rows of one doer, or of the place' },
  },
  'registry.listHouseholds': { from: 'households', filters: ({ villageId }) => ({ regionId: [villageId] }) },
  'registry.listResidents': {
    from: 'persons',
    filters: ({ villageId, householdId, idNumber, phone }) => ({ regionId: [villageId], householdId: [householdId], words: ['王', '王秀英', idNumber, phone] }),
  },
}

export const pagedLists: Partial<Record<QueryName, Asked>> = { ...ofPeople, ...ofTheCounty, ...ofCases }
