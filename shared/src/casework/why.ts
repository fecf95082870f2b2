import { categoryOf, limitsOf, type CaseAction, type CaseType } from './case-type'
import { gradeLabels } from './labels'
import { lengthWords } from './settings/length-words'
import { formatInstant } from '../core/time'
import type { CasePlace, HistoryEntry } from './record'
import { riskLabels } from './risk'

/** Everything a machine decides on a case by itself, with the words it is explained by. */
export const whyRules = {
  'place.byPoint': { title: '地点按地图上的点定', words: '反映时在地图上点了地方，这个点落在哪个网格，事情就归那里。' },
  'place.byChosen': { title: '地点按所选的村定', words: '没有地图上的点，按反映时选的村或网格定。' },
  'place.byBound': { title: '地点按反映人的村定', words: '没有说地方，先按反映人登记的村定；不对可以由调度员改。' },
  'place.byWords': { title: '地点按地址里的乡镇定', words: '还不知道在哪个村，地址里写了哪个乡镇，就先归那里。' },
  'place.byDesk': { title: '地点按登记的乡镇定', words: '没有说在哪个村，哪个乡镇登记的，就先归那里，由那里问清楚。' },
  'place.unknown': { title: '还没有地点', words: '没有说地方，也没有登记的村，由县里先看在哪儿。' },
  'owner.byVillage': { title: '由当地村（居）委会负责', words: '事情在哪个村（社区），就由那里的村（居）委会负责到底。' },
  'owner.byTown': { title: '由乡镇综治中心负责', words: '只知道在哪个乡镇，不知道在哪个村，先由乡镇综治中心负责，弄清楚在哪个村再转。' },
  'owner.byCounty': { title: '由县综治中心负责', words: '还不知道在哪个村，先由县综治中心负责。' },
  'handler.gridMember': { title: '由网格员办理', words: '知道在哪个网格，就由这个网格的网格员办。' },
  'handler.vacantPost': { title: '由村（居）委会办理', words: '这个网格眼下没有网格员，由村（居）委会值班的人办。' },
  'handler.byTown': { title: '由乡镇调度员先接', words: '只知道在哪个村，不知道在哪个网格，由乡镇调度员看过再转。' },
  'handler.byTownDesk': { title: '由乡镇调度员先接', words: '还不知道在哪个村，由这个乡镇的调度员弄清楚再转。' },
  'handler.byCounty': { title: '由县综治中心先接', words: '还不知道在哪个村，由县综治中心看过再转。' },
  'department.byCategory': { title: '职能部门同时看得到', words: '这一类事归这个部门管，部门同时看得到、接得了。' },
  'grade.byCategory': { title: '等级按类别定', words: '每一类事有自己的等级，安全隐患一开始就是紧急。' },
  'limit.byCategory': { title: '时限按类别定', words: '这一类事有自己的办理时限，从第一次反映算起。' },
  'limit.byGrade': { title: '时限按等级定', words: '这一类事没有单独的时限，按等级定，从第一次反映算起。' },
  'clock.standsAtAnswer': { title: '时限停下', words: '答复以后等反映人评价，这段时间不算在时限里。' },
  'limit.reopened': { title: '重新办理，时限比原来短', words: '反映人说没办好，同一件事接着办，时限只给原来的一部分（一般是一半），从现在算起。' },
  'warn.beforeLimit': { title: '快到时限，提醒办理人', words: '时限快到了还没有办好，系统提醒办理人。' },
  'call.unaccepted': { title: '没人受理，叫值班的人', words: '到了该受理的时候还没有人接，系统叫值班的主班、备班，再没人接就按电话名单往下叫。' },
  'owner.movesAtRed': { title: '超期，由上一级负责', words: '过了时限没有办好，或督办的事到时没有做，负责单位升一级，办理人不变，直到县里。' },
  'pause.ended': { title: '暂停到期，接着计时', words: '同意暂停的日子到了，时限接着走，剩多少是多少。' },
  'limit.recounted': { title: '按新的工作日历重算时限', words: '工作日历变了，还没到的时限按新的日历重新计算，已经过了的不变。' },
  'limit.bySettings': { title: '按新的一版事项设置', words: '县里发布了新的一版类别和时限，并定了对在办的事也算；已经超期的不变，也不会改到已经过去的时间。' },
  'answer.unsigned': { title: '到期没签，答复照发', words: '这个单位的答复要负责人签字；负责人到时没有签，答复照样发给反映人，标明未签，不让反映人等。' },
  'callBack.due': { title: '到了回访的日子', words: '办结以后由中心来问修好没有；修好要管用的事，过些日子再问一次。' },
  'arbitration.moves': { title: '到期没有裁定，交上一级', words: '两家单位都说不归自己，上级到期没有定，就交到再上一级，直到县里。' },
  'arrival.late': { title: '到时没有报到，提醒一次', words: '请来的单位到了时间还没有报到，系统提醒一次，并列在单子上。' },
  'limit.outside': { title: '按转来平台的时限', words: '这件事是别的平台转来的，平台给的时限更早，就按平台的。' },
  'triage.unknownReporter': { title: '先核实', words: '没有登录、或还没有选定村的人反映的，由乡镇（没有地点的由县里）先核实，核实以前不算哪个单位的事。' },
  'triage.raised': { title: '过了核实时限，交到县里', words: '到了核实的时限还没有人看，县里也来看，标红，直到有人核实。' },
  'risk.proposed': { title: '建议风险等级，等人确认', words: '按类别、回答和提到的词建议一个等级，最多到“较大”；说的是事，不是人，要由人确认。' },
  'close.unrated': { title: '到期自动办结', words: '答复后到期没有评价，系统自动办结，记为未评价，不算满意。' },
} as const

export type WhyRule = keyof typeof whyRules
export const WHY_RULES = Object.keys(whyRules) as [WhyRule, ...WhyRule[]]

/** By which rules a machine decides something in each step; a step of the system's own must have one. */
export const rulesOfAction: Partial<Record<CaseAction | 'submit', readonly WhyRule[]>> = {
  submit: [
    'place.byPoint', 'place.byChosen', 'place.byBound', 'place.byWords', 'place.byDesk', 'place.unknown', 'owner.byVillage', 'owner.byTown', 'owner.byCounty',
    'handler.gridMember', 'handler.vacantPost', 'handler.byTown', 'handler.byTownDesk', 'handler.byCounty', 'department.byCategory', 'grade.byCategory', 'limit.byCategory', 'limit.byGrade', 'triage.unknownReporter', 'risk.proposed',
  ],
  route: [
    'place.byPoint', 'place.byChosen', 'owner.byVillage', 'owner.byCounty', 'handler.gridMember', 'handler.vacantPost', 'handler.byTown', 'handler.byCounty',
    'department.byCategory', 'grade.byCategory', 'limit.byCategory', 'limit.byGrade', 'risk.proposed',
  ],
  admit: [
    'place.byPoint', 'place.byChosen', 'place.byBound', 'place.unknown', 'owner.byVillage', 'owner.byCounty', 'handler.gridMember', 'handler.vacantPost', 'handler.byTown', 'handler.byCounty',
    'department.byCategory', 'grade.byCategory', 'limit.byCategory', 'limit.byGrade', 'risk.proposed',
  ],
  raiseTriage: ['triage.raised'],
  answer: ['clock.standsAtAnswer'],
  reopen: ['limit.reopened'],
  warn: ['warn.beforeLimit'],
  callBackup: ['call.unaccepted'],
  escalate: ['owner.movesAtRed'],
  endPause: ['pause.ended'],
  recount: ['limit.recounted'],
  followSettings: ['limit.bySettings'],
  sendUnsigned: ['answer.unsigned', 'clock.standsAtAnswer'],
  signAnswer: ['clock.standsAtAnswer'],
  openCallBack: ['callBack.due'],
  raiseArbitration: ['arbitration.moves'],
  tellLate: ['arrival.late'],
  rebind: ['limit.outside'],
  closeUnrated: ['close.unrated'],
}

export interface WhyFact {
  label: string
  value: string
}

export interface WhyStep {
  rule: WhyRule
  /** Of the kind of case whose rules held then. */
  version: number
  at: Date
  facts: WhyFact[]
}

/** What stands behind ids, as everybody may read it. */
export interface WhyNames {
  unit: (id: string) => string
  region: (id: string) => string
  /** The unit that answers for a region by itself, to tell a rule's choice from a person's. */
  unitOf: (regionId: string) => string | undefined
  department: (key: string) => string | undefined
}

export interface WhyAbout {
  type: CaseType
  version: number
  names: WhyNames
  /** The settings a step went by, where the case has since moved to a later version. */
  typeAt?: (version: number) => CaseType
}

type Entry = Pick<HistoryEntry, 'action' | 'at' | 'set'>
type Decided = { rule: WhyRule; facts: WhyFact[] }

const placeRules: Record<CasePlace['by'], WhyRule> = { point: 'place.byPoint', chosen: 'place.byChosen', bound: 'place.byBound', words: 'place.byWords', desk: 'place.byDesk', unknown: 'place.unknown' }

/** The requester's own village is theirs to tell, a grid of a home is not. */
const placeFacts = ({ by, townId, villageId, gridId }: CasePlace, names: WhyNames): WhyFact[] => [
  ...(townId ? [{ label: '乡镇', value: names.region(townId) }] : []),
  ...(villageId ? [{ label: '村（社区）', value: names.region(villageId) }] : []),
  ...(gridId && by !== 'bound' ? [{ label: '网格', value: names.region(gridId) }] : []),
]

const handlerRule = (place: CasePlace, personId: string | null): WhyRule => {
  if (!place.villageId) return place.townId ? 'handler.byTownDesk' : 'handler.byCounty'
  if (!place.gridId) return 'handler.byTown'
  return personId ? 'handler.gridMember' : 'handler.vacantPost'
}

const ownerRule = ({ townId, villageId }: CasePlace): WhyRule => (villageId ? 'owner.byVillage' : townId ? 'owner.byTown' : 'owner.byCounty')

/** Who has it, where the place decided that: a unit somebody chose has no rule behind it. */
const chargeOf = ({ set }: Entry, { names }: WhyAbout): Decided[] => {
  const { place, ownerUnitId, handler } = set
  if (!place || !ownerUnitId || !handler) return []
  const regionId = place.villageId ?? place.townId
  if (regionId && names.unitOf(regionId) !== ownerUnitId) return []
  const unit = (id: string): WhyFact[] => [{ label: '单位', value: names.unit(id) }]
  return [
    { rule: ownerRule(place), facts: unit(ownerUnitId) },
    { rule: handlerRule(place, handler.personId), facts: unit(handler.unitId) },
  ]
}

const placeDecided = ({ set: { place } }: Entry, { names }: WhyAbout): Decided[] =>
  place ? [{ rule: placeRules[place.by], facts: placeFacts(place, names) }] : []

/** What follows from category and grade: urgency, time, the department that sees it too. */
const classDecided = ({ set }: Entry, { type, names }: WhyAbout): Decided[] => {
  const { grade } = set
  if (!grade) return []
  const category = categoryOf(type, set.category ?? undefined)
  const kind: WhyFact[] = category ? [{ label: '类别', value: category.label }] : []
  const department = category?.department ? names.department(category.department) : undefined
  const isOwnLimit = grade === 'normal' && category?.limits !== undefined
  const limit = { label: '总时限', value: lengthWords(limitsOf(type, grade, category?.code).totalMinutes, type.pace[grade]) }
  return [
    ...(department ? [{ rule: 'department.byCategory' as const, facts: [...kind, { label: '部门', value: department }] }] : []),
    ...(category?.grade === grade ? [{ rule: 'grade.byCategory' as const, facts: [...kind, { label: '等级', value: gradeLabels[grade] }] }] : []),
    { rule: isOwnLimit ? 'limit.byCategory' : 'limit.byGrade', facts: [...(isOwnLimit ? kind : [{ label: '等级', value: gradeLabels[grade] }]), limit] },
  ]
}

const riskDecided = ({ set: { risk } }: Entry): Decided[] => {
  if (!risk?.isProposed) return []
  const version = risk.version === undefined ? [] : [{ label: '词表', value: `第 ${risk.version} 版` }]
  return [{ rule: 'risk.proposed', facts: [{ label: '等级', value: riskLabels[risk.level] }, ...(risk.because ?? []), ...version] }]
}

/** Whose it is and until when follows only once somebody has looked. */
const leftForTriage = (entry: Entry, { names, type }: WhyAbout): Decided[] => {
  const { triage, grade = 'normal' } = entry.set
  if (!triage) return []
  const facts = [{ label: '谁来核实', value: names.unit(triage.deskId) }, { label: '核实时限', value: lengthWords(type.triageMinutes[grade], type.pace[grade]) }]
  return [{ rule: 'triage.unknownReporter', facts }]
}

const decidedIn = (entry: Entry, about: WhyAbout): Decided[] => {
  if (entry.action === 'submit' && entry.set.triage) return [...placeDecided(entry, about), ...leftForTriage(entry, about), ...riskDecided(entry)]
  if (entry.action === 'submit' || entry.action === 'route' || entry.action === 'admit') {
    return [...placeDecided(entry, about), ...chargeOf(entry, about), ...classDecided(entry, about), ...riskDecided(entry)]
  }
  const facts = factsOf[entry.action]?.(entry, about) ?? []
  return (rulesOfAction[entry.action] ?? []).map((rule) => ({ rule, facts }))
}

const factsOf: Partial<Record<Entry['action'], (entry: Entry, about: WhyAbout) => WhyFact[]>> = {
  sendUnsigned: (_entry, { type }) => [{ label: '等签字', value: `${type.headSignDays} 个工作日` }],
  closeUnrated: (_entry, { type }) => [{ label: '等评价', value: `${type.ratingDays} 天` }],
  followSettings: ({ set }, { type }) => [
    { label: '设置', value: `第 ${type.version} 版` },
    ...(set.redAt ? [{ label: '新的时限', value: formatInstant(set.redAt.toISOString(), set.redAt) }] : []),
  ],
  raiseTriage: ({ set }, { names }) => (set.ownerUnitId ? [{ label: '现在由谁核实', value: names.unit(set.ownerUnitId) }] : []),
  escalate: ({ set }, { names }) => (set.ownerUnitId ? [{ label: '现在由谁负责', value: names.unit(set.ownerUnitId) }] : []),
}

/** Before settings had versions, cases were filed under the first. */
const FIRST = 1

/** Each entry with the version of the settings it went by. */
const versioned = (entries: readonly Entry[], about: WhyAbout): { entry: Entry; about: WhyAbout }[] => {
  const said = entries.some(({ set }) => set.typeVersion !== undefined)
  let version = said ? FIRST : about.version
  return entries.map((entry) => {
    version = entry.set.typeVersion ?? version
    return { entry, about: { ...about, version, type: about.typeAt?.(version) ?? about.type } }
  })
}

/** Why each thing happened that nobody decided: rule, version, what it went by, when. Read from the history alone. */
export const whyOf = (entries: readonly Entry[], about: WhyAbout): WhyStep[] =>
  versioned(entries, about).flatMap(({ entry, about: then }) => decidedIn(entry, then).map((decided) => ({ ...decided, version: then.version, at: entry.at })))
