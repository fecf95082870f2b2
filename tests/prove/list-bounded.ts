import type { QueryName } from '@xiangli/shared/catalog/contracts'
import { handsOver } from '@xiangli/shared/duty/rules'
import type { Bounded, Values } from './list-known'
import { caseFilters } from './list-paged'

const COUNTY = { west: 100, south: 30, east: 115, north: 40 }
const FEW_VILLAGES = { west: 107.3, south: 35.2, east: 107.4, north: 35.3 }
/** A map may take a second: of each filter the value that finds most or least. */
const oneOfEach = (values: Values): Values => Object.fromEntries(Object.entries(values).map(([field, options]) => [field, options.slice(-1)]))

/** A count stops here. */
const COUNTED = 1_001

/** Answers without pages, each with what bounds its reading. */
export const boundedLists: Partial<Record<QueryName, Bounded>> = {
  'casework.listOnMap': { from: 'cases', isAlone: true, needs: () => [COUNTY, FEW_VILLAGES], filters: (known) => oneOfEach(caseFilters(known)), bound: '1000 cases and five seconds' },
  'casework.listPublicOnMap': {
    from: 'public_cases',
    isAlone: true,
    needs: () => [COUNTY, FEW_VILLAGES],
    filters: ({ villageId }) => ({ regionId: [villageId], category: ['road', 'farming'], status: ['open', 'closed'] }),
    bound: '300 cases and three seconds',
  },
  'casework.countByColour': { from: 'cases', isAlone: true, filters: ({ villageId }) => ({ regionId: [villageId], mine: [true] }), bound: 'five counts to 1000', most: 5 * COUNTED + 200 },
  'casework.countTriage': { from: 'cases', filters: () => ({}), bound: 'two counts to 1000', most: 2 * COUNTED + 40 },
  'casework.countSupervisions': { from: 'supervisions', filters: ({ villageId }) => ({ regionId: [villageId] }), loose: { regionId: 'what the reader’s own units owe' }, bound: 'two counts to 1000', most: 2 * COUNTED + 200 },
  'notice.countUnread': { from: 'notices', filters: () => ({}), bound: 'a count to 99', most: 110 },
  'casework.listAssignees': { from: 'cases', needs: ({ caseId }) => [{ caseId }], filters: () => ({}), bound: 'a count to 99 for each of at most 50 people', most: 50 * 110 },
  'casework.listTemplates': {
    from: 'response_templates',
    filters: () => ({ state: ['answered'], category: ['road'], withRetired: [true] }),
    bound: '200 in use for each place above the reader',
    most: 700,
  },
  'casework.listSigning': { from: 'unit_signings', filters: () => ({}), bound: 'the units of a county', most: 400 },
  'casework.listResponsibilityVersions': { from: 'responsibility_versions', needs: ({ responsibility }) => [{ code: responsibility }], filters: () => ({}), bound: 'the versions of one row', most: 210 },
  'casework.showSatisfaction': { from: 'opinions', needs: ({ month }) => [{ month }], filters: () => ({}), bound: 'the answers of one month, from the index alone' },
  'handover.prepare': { from: 'cases', needs: (_known, own) => (own && handsOver(own.kind) ? [{ unitId: own.unitId }] : []), filters: () => ({}), bound: 'a hundred of each group', most: 1_000 },
  'hotline.listMessages': { from: 'hotline_messages', needs: ({ orderId }) => [{ orderId }], filters: () => ({}), bound: 'a hundred messages', most: 101 },
  'identity.listTeam': { from: 'appointments', needs: ({ villageId }) => [{ regionId: villageId }], filters: () => ({}), bound: '200 posts of one place', most: 210 },
}

/** What answers with several and is neither above nor a page: why it needs no row here. */
export const elsewhere: Partial<Record<QueryName, string>> = {
  'region.listDivisions': 'from memory',
  'region.getBorders': 'from memory',
  'region.listUnits': 'from memory',
  'identity.listDemoAccounts': 'a demo’s own accounts',
  'duty.whoIsOnDuty': 'two shifts for each of at most ten units',
  'duty.listPeople': 'the posts of one unit and the one above',
  'casework.countBoard': 'prove board',
  'casework.findSimilar': 'prove similar',
  'casework.listSimilar': 'prove similar',
  'casework.getWhy': 'one case',
  'casework.getOwnWhy': 'one case',
  'handover.getPast': 'one hand-over',
  'hotline.listSources': 'the platforms of a county',
  'stats.show': 'prove stats',
}
