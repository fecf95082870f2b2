import type { Context, Next } from 'koa'
import type { ErrorBody } from '@xiangli/shared/core/errors'
import { AppError } from '../core/fail'
import { newId } from '../core/ids'
import { describeError, log } from '../core/log'

/** As our clients make it, a ULID; anything else, a phone number say, would lie in the journal for good. */
const TRACE_FORMAT = /^(?=.*[A-Z])[0-7][0-9A-HJKMNP-TV-Z]{25}$/

/** One trace id from the client's tap to log, journal and error body; made here when none came. */
export const trace = async (ctx: Context, next: Next): Promise<void> => {
  const given = ctx.get('x-trace-id')
  ctx.state.trace = TRACE_FORMAT.test(given) ? given : newId()
  ctx.set('X-Trace-Id', ctx.state.trace as string)
  await next()
}

export const onError = async (ctx: Context, next: Next): Promise<void> => {
  try {
    await next()
  } catch (error) {
    answerError(ctx, asAppError(error, ctx))
  }
}

const asAppError = (error: unknown, ctx: Context): AppError => {
  if (error instanceof AppError) return error
  const status = (error as { status?: number }).status
  if (status === 413) return new AppError('core.tooLarge')
  if (status === 400) return new AppError('core.badInput')
  log.error({ trace: ctx.state.trace as string, path: ctx.path, error: describeError(error) }, 'unexpected')
  return new AppError('core.unexpected')
}

export const answerError = (ctx: Context, error: AppError): void => {
  const { field, details, retryAfterSeconds } = error.about
  const body: ErrorBody = {
    code: error.code,
    message: error.message,
    ...(field ? { field } : {}),
    ...(details ? { details } : {}),
    traceId: String(ctx.state.trace),
  }
  ctx.status = error.status
  ctx.body = body
  if (retryAfterSeconds) ctx.set('Retry-After', String(retryAfterSeconds))
}
