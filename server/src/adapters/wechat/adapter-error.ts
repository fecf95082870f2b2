/**
 * refused: the other side understood and said no (do not repeat) · unavailable: try again later ·
 * misconfigured: only the operator can mend it.
 */
export type AdapterErrorKind = 'refused' | 'unavailable' | 'misconfigured'

interface Circumstances {
  kind: AdapterErrorKind
  errcode?: number
  /** The template field a message was refused for. */
  field?: string
}

/** Carries no address, token or answer, so that it may be logged as it is. */
export class AdapterError extends Error {
  readonly kind: AdapterErrorKind
  readonly errcode: number | undefined
  readonly field: string | undefined

  constructor(message: string, { kind, errcode, field }: Circumstances) {
    super(message)
    this.name = 'AdapterError'
    this.kind = kind
    this.errcode = errcode
    this.field = field
  }
}
