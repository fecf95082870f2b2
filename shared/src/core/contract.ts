import type { z } from 'zod'
import type { ErrorCode } from '../catalog/errors'

/** Whose records a query may touch; there is no default, so forgetting it does not compile. */
export type Scope = 'staff' | 'own' | 'public' | 'system'

interface Described {
  /** One Chinese sentence for the API page. */
  summary: string
  /** Every domain error it may answer with, beyond `core.*`. */
  errors: readonly ErrorCode[]
}

export interface CommandContract<I extends z.ZodType, O extends z.ZodType> extends Described {
  kind: 'command'
  input: I
  output: O
  /** The request carries one file next to its JSON fields (multipart/form-data). */
  carriesFile?: true
  /** A refused attempt is kept too, in a rate-capped collection. */
  sensitive?: true
}

export interface QueryContract<I extends z.ZodType, O extends z.ZodType> extends Described {
  kind: 'query'
  scope: Scope
  /** Never by GET, though public: what is asked must not stand in an address, where logs and caches keep it. */
  isAskedInSecret?: true
  input: I
  output: O
}

type Rest<C> = Omit<C, 'kind'>

export const command = <I extends z.ZodType, O extends z.ZodType>(
  spec: Rest<CommandContract<I, O>>,
): CommandContract<I, O> => ({ kind: 'command', ...spec })

export const query = <I extends z.ZodType, O extends z.ZodType>(
  spec: Rest<QueryContract<I, O>>,
): QueryContract<I, O> => ({ kind: 'query', ...spec })
