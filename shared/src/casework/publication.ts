import type { ErrorCode } from '../catalog/errors'
import type { Point } from '../core/fields'
import { cut } from '../core/words'
import { isPublishableCase } from './about'
import { categoryOf, type CaseAction, type CaseType } from './case-type'
import { maskWords } from './mask-words'
import type { CasePlace, CaseRecord, HistoryEntry, Publication } from './record'
import type { CaseState } from './states'

export const SUMMARY_LENGTH = 200
export const PUBLIC_ANSWER_LENGTH = 500

type Shown = Partial<Pick<CaseRecord, 'category' | 'publication' | 'about'>> & Pick<CaseRecord, 'state'>

/** Why this may not be read by everybody, whatever the state; null when its category allows it. */
export const whyNotPublish = (type: CaseType, { category, about }: Pick<Shown, 'category' | 'about'>): ErrorCode | null =>
  categoryOf(type, category ?? undefined)?.isPublishable === false || !isPublishableCase(about ? { about } : {}) ? 'casework.notPublishable' : null

const publicStates = (type: CaseType): readonly CaseState[] =>
  type.flow.filter(({ action }) => action === 'publish').flatMap(({ from }) => from)

/** Does everybody see it now? A case that is moved to a category about people goes out of sight by itself. */
export const isPublic = (type: CaseType, record: Shown): record is Shown & { publication: Publication } =>
  Boolean(record.publication) && whyNotPublish(type, record) === null && publicStates(type).includes(record.state)

const draft = (words: string, most: number): string => cut(maskWords(words).replace(/\s+/g, ' ').trim(), most)

/** Where the accepter starts from: the words as they came, numbers of people masked, short enough. */
export const draftSummary = ({ title, words }: { title: string; words?: string | undefined }): string => draft(words ?? title, SUMMARY_LENGTH)
export const draftAnswer = (answer: string | undefined): string => (answer ? draft(answer, PUBLIC_ANSWER_LENGTH) : '')

/** Four decimals of a degree are some ten metres: a pump is found, a door is not told from the next. */
export const roughly = ([longitude, latitude]: Point): Point => [Math.round(longitude * 1e4) / 1e4, Math.round(latitude * 1e4) / 1e4]

export interface PublicPlace {
  villageId?: string
  gridId?: string
  point?: Point
}

/** A home is its grid. Where only the village is known, or is the requester's own, nothing finer goes out. */
export const publicPlace = (place: CasePlace, { isPublicPlace }: Pick<Publication, 'isPublicPlace'>): PublicPlace => {
  const village = place.villageId ? { villageId: place.villageId } : {}
  if (place.by !== 'point' && place.by !== 'chosen') return village
  const grid = place.gridId ? { gridId: place.gridId } : {}
  const point = place.by === 'point' && place.point && isPublicPlace ? { point: roughly(place.point) } : {}
  return { ...village, ...grid, ...point }
}

/** What everybody reads of a step: that it was taken, never its words or whose it was. */
export const publicSteps = {
  submit: '有人反映',
  accept: '受理了，有人在办',
  route: '转办',
  handle: '办理中，有新进展',
  answer: '办好了，等反映人评价',
  signAnswer: '办好了，等反映人评价',
  sendUnsigned: '办好了，等反映人评价',
  rate: '反映人评价了',
  reopen: '反映人说没办好，重新办理',
  giveUp: '确实办不了',
  closeUnrated: '到期没有评价，自动办结',
} as const satisfies Partial<Record<CaseAction | 'submit', string>>

export type PublicAction = keyof typeof publicSteps
export const PUBLIC_ACTIONS = Object.keys(publicSteps) as [PublicAction, ...PublicAction[]]

const isPublicAction = (action: string): action is PublicAction => action in publicSteps

export interface PublicStep {
  action: PublicAction
  at: Date
}

export const publicTimeline = (entries: readonly Pick<HistoryEntry, 'action' | 'at'>[]): PublicStep[] =>
  entries.flatMap(({ action, at }) => (isPublicAction(action) ? [{ action, at }] : []))

/** The answer goes out as edited, while it is the answer: not a former one, not once somebody said it is not fixed. */
export const publicAnswer = ({ state, answer, publication }: Pick<CaseRecord, 'state' | 'answer'> & { publication: Publication }): string | null => {
  const isStanding = state === 'answered' || state === 'closed'
  return isStanding && answer && publication.at >= answer.at ? publication.answer : null
}
