import type { CalledBack, PlatformState } from '@xiangli/shared/hotline/states'

/** An order as a platform gives it; everything but number and words may be missing. */
export interface PlatformOrder {
  number: string
  issuedAt: Date
  title?: string | undefined
  words: string
  name?: string | undefined
  phone?: string | undefined
  occurredAt?: string | undefined
  due?: string | undefined
  category?: string | undefined
  grade?: string | undefined
  town?: string | undefined
  village?: string | undefined
  address?: string | undefined
}

export interface PlatformCallBack {
  id: string
  number: string
  satisfied: CalledBack
  words?: string | undefined
  at: Date
}

/** Every message carries an id; sent again under the same id it is done once. */
export interface Sent {
  messageId: string
  number: string
}

/** What a platform decides on: a return and an extension may be turned down. */
export interface Verdict {
  isAgreed: boolean
  reason?: string | undefined
  /** The limit from now on. */
  due?: Date | undefined
}

/**
 * A 12345 platform. Provincial platforms differ in everything but this: they give orders, want them
 * signed, hear the answer, decide on returns and extensions, ring the caller back. A county connects its
 * own by writing this interface once more.
 */
export interface Hotline {
  fetchOrders: (since: Date, until: Date) => Promise<PlatformOrder[]>
  fetchCallBacks: (since: Date) => Promise<PlatformCallBack[]>
  /** Where every order of a day stands, to compare with ours. */
  fetchDay: (day: string) => Promise<{ number: string; state: PlatformState }[]>
  sign: (about: Sent) => Promise<void>
  reply: (about: Sent & { isDone: boolean; words: string }) => Promise<void>
  returnOrder: (about: Sent & { reason: string }) => Promise<Verdict>
  askExtension: (about: Sent & { until: Date; reason: string }) => Promise<Verdict>
}

/** refused: it understood and said no · unavailable: try again later. Carries no address, token or words of a caller. */
export class HotlineError extends Error {
  readonly kind: 'refused' | 'unavailable'

  constructor(message: string, kind: 'refused' | 'unavailable') {
    super(message)
    this.name = 'HotlineError'
    this.kind = kind
  }
}
