import { FACT_KINDS } from '@xiangli/shared/stats/facts'
import { monthsOf } from '@xiangli/shared/stats/figures'
import { ancestorsOf } from '@xiangli/shared/core/scope'
import { DAY, dayOf } from '@xiangli/shared/core/time'
import { ATTENTION } from '../../server/src/modules/hotline/order.model'
import { caseFor, fill, idAt, NOBODY, rows, someTime, type Filling, type Row } from './list-fill'

const MANY = 40_000
const FACTS = 80_000
const VERSIONS = 400
const KEYS = 2_000
const IMPORTS = 5_000
const REPORTS = 1_400
const SHIFT_MS = DAY / 3
const SHIFTS = 2_000
const HANDOVERS = 2_000
const RESPONSIBILITIES = 500
const TEMPLATES = 200
const SIGNINGS = 250

const order = (filling: Filling, at: number): Row => {
  const { dice, town: { county } } = filling
  const { _id: caseId, serial, scopeKeys } = caseFor(filling)
  const receivedAt = someTime(filling)
  const rank = (dice.chance(0.02) ? ATTENTION : 0) + receivedAt.getTime()
  return {
    _id: idAt(receivedAt), county, source: `s${at % 3}`, sourceName: '12345', externalNumber: `N${at}`, digest: 'd', caseId, serial, isOnline: true, receivedAt, scopeKeys,
    messageCount: 0, refusedCount: rank > ATTENTION ? 1 : 0, callBackIds: [], rank,
  }
}

const fillHotline = async (filling: Filling, { orderId, readerIds }: Wanted): Promise<void> => {
  const { town: { county }, now } = filling
  const start = now.getTime()
  await fill('hotline_orders', MANY, (at) => (at === 0 ? { ...order(filling, at), _id: orderId } : order(filling, at)))
  await fill('hotline_messages', 150, (n) => ({ _id: idAt(now), county, orderId, externalNumber: 'N0', source: 's0', n, about: `a${n}`, kind: 'reply', state: 'sent', tries: 1, at: now, nextTryAt: null }))
  await fill('hotline_imports', IMPORTS, (at) => {
    const on = someTime(filling)
    return { _id: idAt(on), county, byId: readerIds[at % readerIds.length], source: 's0', sourceName: '12345', version: 1, digest: `${at}`, at: on, total: 0, upTo: 0, counts: { filed: 0, known: 0, differs: 0, failed: 0 }, rows: [] }
  })
  await fill('hotline_reports', REPORTS, (at) => {
    const on = new Date(start - Math.floor(at / 2) * DAY)
    return { _id: idAt(on), county, source: `s${at % 2}`, day: dayOf(on), at: on, theirs: 0, ours: 0, rows: [], hasMore: false }
  })
}

const fact = (filling: Filling, at: number, months: readonly string[]): Row => {
  const { dice, town: { county } } = filling
  const { _id: caseId, ownerUnitId: unitId, category, regionPath } = caseFor(filling)
  const [, town = '-', village = '-'] = ancestorsOf(regionPath as string)
  const kind = dice.pick(FACT_KINDS)
  const outcome = kind === 'answered' ? dice.pick(['onTime', 'late']) : kind === 'received' ? dice.pick(['open', 'ended']) : kind
  return { _id: `${caseId}:${kind}:${at}`, county, caseId, month: dice.pick(months), kind, outcome, at: filling.now, unitId, minutes: dice.between(0, 9_000), town, village, category: category ?? '-' }
}

const fillVersions = async (filling: Filling, { responsibility, departmentId }: Wanted): Promise<void> => {
  const { town: { county }, now } = filling
  const { _id, ...first } = (await rows('case_settings').findOne({ type: 'complaint' })) ?? { _id: '' }
  // Of a far day, so that none of them is in force.
  await fill('case_settings', VERSIONS, (at) => ({ ...first, _id: idAt(now), version: at + 2, effectiveFrom: new Date('2100-01-01') }))
  // Below the one there is, so that no process takes them for the newest.
  await fill('calendars', VERSIONS, (at) => ({ _id: `old-calendar-${at}`, county, version: -at, at: now, reason: '调整', marks: {}, knownTo: '2026-12-31', hours: [], difference: { days: [], newYears: [] } }))
  const duty = (at: number) => ({ county, unitId: at % 9 === 0 ? departmentId : 'dept-water', title: `城区供水设施管护第 ${at} 项`, basis: '《城市供水条例》', categories: [at % 7 === 0 ? 'road' : 'water'], version: 1, isRetired: at % 10 === 0 })
  await fill('responsibilities', RESPONSIBILITIES, (at) => ({ ...duty(at), _id: `Q${1_000 + at}`, code: `Q${1_000 + at}` }))
  await fill('responsibility_versions', TEMPLATES, (at) => ({ ...duty(at), _id: `${responsibility}:${at}`, code: responsibility, version: at }))
}

const fillTemplates = async ({ town: { county, here, there }, now }: Filling): Promise<void> => {
  for (const regionId of [county, here.townId, there.townId]) {
    const templates = Array.from({ length: TEMPLATES }, () => idAt(now))
    // Four in five are older versions.
    await fill('response_templates', 5 * TEMPLATES, (at) => ({
      _id: idAt(now), county, templateId: templates[Math.floor(at / 5)], version: at % 5, regionId, category: at % 2 === 0 ? 'road' : null, state: 'answered', title: '已办好', text: '已办好，请您看一下。',
      at: now, byId: NOBODY, isRetired: false, isCurrent: at % 5 === 4,
    }))
  }
}

const fillRosters = async ({ town: { county }, now }: Filling, unitIds: readonly string[]): Promise<void> => {
  const start = now.getTime() - 600 * DAY
  for (const unitId of unitIds) {
    const spanOf = (at: number) => ({ from: new Date(start + at * SHIFT_MS), to: new Date(start + (at + 1) * SHIFT_MS) })
    await fill('duty_shifts', SHIFTS, (at) => ({ _id: idAt(now), county, unitId, desk: 'duty', ...spanOf(at), mainId: NOBODY, isUnsigned: false, rev: 1 }))
    await fill('handovers', HANDOVERS, (at) => ({ _id: idAt(now), county, unitId, shiftId: `${unitId}:${at}`, ...spanOf(at), mainId: NOBODY, arriving: null, at: spanOf(at).to, items: [], more: [], signed: null, accepted: null, rev: 1 }))
  }
}

interface Wanted {
  orderId: string
  responsibility: string
  departmentId: string
  quarter: string
  readerIds: readonly string[]
  /** Whose rosters and hand-overs are looked at. */
  unitIds: readonly string[]
}

/** What a county's offices gather in years beside the cases. */
export const fillOffices = async (filling: Filling, wanted: Wanted): Promise<void> => {
  const { town: { county }, now } = filling
  const months = monthsOf(wanted.quarter)
  await fillHotline(filling, wanted)
  await fillVersions(filling, wanted)
  await fillTemplates(filling)
  await fillRosters(filling, wanted.unitIds)
  await fill('stats_facts', FACTS, (at) => fact(filling, at, months))
  await fill('unit_signings', SIGNINGS, (at) => ({ _id: `u${at}`, county, unitId: `u${at}`, isNeeded: at % 2 === 0, version: 1, at: now, byId: NOBODY }))
  await fill('open311_keys', KEYS, (at) => ({ _id: idAt(now), county, name: '市民热线', hash: `h${at}`, ending: '0000', accountId: 'n', scopeKeys: [county], issuedAt: now, issuedById: NOBODY, revokedAt: null }))
}
