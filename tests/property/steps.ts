import fc from 'fast-check'
import { ulid } from 'ulid'
import type { Town } from '@xiangli/server/testing'
import type { CaseAction } from '@xiangli/shared/casework/case-type'
import { ACTIONS } from '@xiangli/shared/casework/views'
import type { Cast } from './cast'

/** One thing somebody tries. `wild` steps are drawn blindly, the others from what is open to somebody now. */
export interface Step {
  kind: 'one' | 'replay' | 'race'
  wild: boolean
  /** On the other of the two reports of a life. */
  onOther: boolean
  who: number
  action: Exclude<CaseAction, 'takeIn' | 'letGo' | 'notFixed'> | 'revealRequester' | 'join' | 'leave' | 'applyHanded'
  pick: number
  choice: number
  rev: 'none' | 'present' | 'stale'
  jumpMinutes: number
}

const DAY = 24 * 60

export const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('one', 'one', 'one', 'replay', 'race'),
    wild: fc.constantFrom(false, false, true),
    onOther: fc.constantFrom(false, false, true),
    who: fc.nat(1000),
    action: fc.constantFrom(...ACTIONS.filter((action) => action !== 'takeIn' && action !== 'letGo' && action !== 'notFixed'), 'revealRequester', 'join', 'leave', 'applyHanded'),
    pick: fc.nat(1000),
    choice: fc.nat(1000),
    rev: fc.constantFrom('none', 'none', 'none', 'present', 'present', 'stale'),
    jumpMinutes: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(DAY) }, { weight: 1, arbitrary: fc.nat(9 * DAY) }),
  }),
  { minLength: 8, maxLength: 30 },
)

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!

const placesFor = ({ here, there }: Town) => [
  { point: here.point },
  { point: there.point },
  { point: [0, 0] as [number, number] },
  { villageId: here.villageId },
  { villageId: there.villageId },
  { gridId: here.gridId },
  { words: '老槐树底下' },
]

export const submissionFor = (town: Town, choice: number) => ({
  caseId: ulid(),
  words: '三社水渠盖板断了',
  place: at([{ point: town.here.point }, { point: town.here.point }, { villageId: town.here.villageId }, {}, { point: [0, 0] as [number, number] }], choice),
  ...(choice % 7 === 0 ? { about: 'village' as const } : {}),
  ...(choice % 4 === 1 ? { names: 'sealed' as const } : {}),
  ...(choice % 3 === 0 ? { category: at(choice % 4 === 1 ? ['neighbour', 'safety', 'affairs'] : ['water', 'safety', 'affairs'], choice) } : {}),
})

/** What the step sends, valid in form, often out of place. */
export const inputFor = (step: Step, { town, cast, caseId, otherId, rev, now }: { town: Town; cast: Cast; caseId: string; otherId: string; rev: number; now: Date }): Record<string, unknown> => {
  const { choice } = step
  const onCase = { caseId, ...(step.rev === 'none' ? {} : { rev: step.rev === 'present' ? rev : rev + 1 }) }
  const units = [`committee-${town.here.villageId}`, `committee-${town.there.villageId}`, `township-${town.here.townId}`, 'dept-water', 'dept-energy', `centre-${town.county}`, 'no-such']
  const inputs: Record<Step['action'], Record<string, unknown>> = {
    withdraw: { ...onCase, ...(choice % 2 ? { reason: '自己解决了' } : {}) },
    route: {
      ...onCase,
      ...(choice % 2 ? { category: at(['road', 'water', 'safety', 'affairs', 'road', 'water', 'nonsense'], choice) } : {}),
      ...(choice % 3 ? {} : { grade: at(['normal', 'urgent'], choice) }),
      ...(choice % 5 ? {} : { place: at(placesFor(town), choice) }),
      ...(choice % 7 > 2 ? {} : { unitId: at(units, choice) }),
      ...(choice % 4 ? {} : { summary: '水渠盖板' }),
      ...(choice % 11 ? {} : { about: at(['village', 'township', 'none'], choice) }),
      ...(choice % 2 ? { note: '按实际情况' } : {}),
    },
    accept: onCase,
    assign: { ...onCase, personId: at(cast.ids, choice) },
    handle: { ...onCase, words: '去看过了' },
    ask: { ...onCase, question: '哪一段' },
    supplement: { ...onCase, ...(choice % 4 ? { words: '路口那段' } : {}) },
    answer: { ...onCase, words: '换好了' },
    rate: { ...onCase, score: 1 + (choice % 5) },
    reopen: { ...onCase, words: '又断了' },
    decline: { ...onCase, reason: '不归这里管' },
    giveUp: { ...onCase, reason: '没有经费' },
    askTime: { ...onCase, kind: at(['pause', 'extend'], choice), until: new Date(now.getTime() + (1 + (choice % 12)) * 86_400_000).toISOString(), reason: '等上级批材料' },
    grantTime: onCase,
    refuseTime: { ...onCase, reason: '抓紧办' },
    resume: onCase,
    fileFeedback: { ...onCase, reason: '施工队没到', measures: '换一支队伍', promisedAt: new Date(now.getTime() + (choice % 5) * 86_400_000).toISOString() },
    signResult: onCase,
    listForSupervision: { ...onCase, reason: '反映多次' },
    takeCharge: { ...onCase, ...(choice % 2 ? { reason: '县里直接抓' } : {}) },
    warn: { caseId },
    callBackup: { caseId },
    escalate: { caseId },
    endPause: { caseId },
    recount: { caseId },
    reportAnswer: { ...onCase, words: '换好了' },
    signAnswer: onCase,
    refuseAnswer: { ...onCase, reason: '写清楚换的什么' },
    sendUnsigned: { caseId },
    followSettings: { caseId, ...(choice % 4 ? { version: 1 + (choice % 3) } : {}) },
    closeUnrated: { caseId },
    rebind: { caseId, due: new Date(now.getTime() + choice * 3_600_000).toISOString() },
    disown: { ...onCase, reason: '本人说不用了' },
    // Either way round: into the other, or the other into this.
    merge: choice % 2 ? { caseId: otherId, children: [onCase] } : { ...onCase, children: [{ caseId: otherId }] },
    unmerge: { ...onCase, ...(choice % 2 ? { reason: '不是一回事' } : {}) },
    openCallBack: { caseId },
    recordCallBack: { ...onCase, result: at(['notFixed', 'noReply', 'notFixed', 'fixed', 'refused'], choice), words: '又断了' },
    answerCallBack: { ...onCase, isFixed: choice % 3 === 0 },
    holdHearing: { ...onCase, words: '三方都来了，定了换新盖板' },
    returnCase: { ...onCase, responsibilityCode: at(['W-1', 'E-1', null, 'no-such'], choice), reason: '不是我们管的' },
    arbitrate: { ...onCase, unitId: at(units, choice), reason: '按清单' },
    raiseArbitration: { caseId },
    whistle: { ...onCase, units: choice % 3 ? [{ unitId: at(units, choice), task: '带工具来' }] : [{ unitId: 'dept-water', task: '看水' }, { unitId: 'dept-energy', task: '看电' }] },
    arrive: onCase,
    reportResult: { ...onCase, words: '接好了' },
    waiveCalled: { ...onCase, reason: '不等了' },
    tellLate: { caseId },
    admit: { ...onCase, ...(choice % 2 ? { category: at(['road', 'water', 'safety', 'nonsense'], choice) } : {}), ...(choice % 5 ? {} : { place: at(placesFor(town), choice) }) },
    turnAway: { ...onCase, reason: '没有这回事' },
    raiseTriage: { caseId },
    setRisk: { ...onCase, level: at(['ordinary', 'attention', 'major', 'grave'], choice), reason: '去看过' },
    join: { caseId },
    leave: { caseId },
    publish: { ...onCase, summary: '水渠盖板断了', isPublicPlace: choice % 2 === 0 },
    release: { ...onCase, words: '有人弄断了水渠盖板', ...(choice % 9 ? {} : { about: 'village' }) },
    applyHanded: { caseId },
    unpublish: { ...onCase, reason: '写错了' },
    revealRequester: { caseId, reason: '核实情况' },
  }
  return inputs[step.action]
}
