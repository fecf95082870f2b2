import type { CaseState } from '../casework/states'

/** 回执: what we tell the platform of an order. */
export const MESSAGE_KINDS = ['sign', 'return', 'extension', 'reply'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export const MESSAGE_STATES = ['waiting', 'sent', 'refused'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** Where an order stands, as the platform says it. */
export const PLATFORM_STATES = ['issued', 'signed', 'replied', 'returned', 'closed'] as const
export type PlatformState = (typeof PLATFORM_STATES)[number]

export const CALLED_BACK = ['yes', 'no', 'unreached'] as const
export type CalledBack = (typeof CALLED_BACK)[number]

export const DIFFERENCES = ['missingHere', 'missingThere', 'stateDiffers'] as const
export type Difference = (typeof DIFFERENCES)[number]

export const ROW_OUTCOMES = ['filed', 'known', 'differs', 'failed'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

export const messageKindLabels: Record<MessageKind, string> = { sign: '签收', return: '退回', extension: '申请延期', reply: '答复' }
export const messageStateLabels: Record<MessageState, string> = { waiting: '等着发', sent: '已送到', refused: '没被接受' }
export const platformStateLabels: Record<PlatformState, string> = { issued: '已派单', signed: '已签收', replied: '已答复', returned: '已退回', closed: '已办结' }
export const calledBackLabels: Record<CalledBack, string> = { yes: '满意', no: '没办好', unreached: '没联系上' }
export const differenceLabels: Record<Difference, string> = { missingHere: '我们没有', missingThere: '平台没有', stateDiffers: '状态不一样' }
export const rowOutcomeLabels: Record<RowOutcome, string> = { filed: '已立件', known: '已有，内容一样', differs: '已有，内容不同', failed: '没有导入' }

/** What the platform ought to say of an order whose case stands so. */
const expected: Record<CaseState, readonly PlatformState[]> = {
  pending: ['issued'],
  accepted: ['signed'],
  handling: ['signed'],
  answered: ['replied', 'closed'],
  closed: ['replied', 'closed'],
  unresolvable: ['replied', 'closed'],
  declined: ['returned'],
  // In other hands, or taken back: the platform may have gone on by itself.
  merged: ['issued', 'signed', 'replied', 'closed'],
  withdrawn: ['closed', 'returned', 'issued'],
}

/** A reopened case is worked on again while the platform, which was told of the first answer, waits for the next. */
export const agrees = (ours: { state: CaseState; isReopened: boolean }, theirs: PlatformState): boolean =>
  expected[ours.state].includes(theirs) || (ours.isReopened && theirs === 'replied')
