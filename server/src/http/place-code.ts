import type { Context } from 'koa'
import { normalCode } from '@xiangli/shared/casework/place-codes'

/** What stands in the squares is short; it leads to the villagers' page, which asks what place it is. */
export const toPlace = (ctx: Context): void => {
  const code = normalCode(String(ctx.params.code))
  ctx.set('Cache-Control', 'no-store')
  ctx.redirect(`/m/#/features/casework/pages/scan/index${code ? `?code=${code}` : ''}`)
}
