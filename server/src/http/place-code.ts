import type { Context } from 'koa'
import { normalCode } from '@xiangli/shared/casework/place-codes'

/** What is no code goes along a little way, so that the page can say so. */
const LONGEST = 40

/** What stands in the squares is short; it leads to the villagers' page, which asks what place it is. */
export const toPlace = (ctx: Context): void => {
  const given = String(ctx.params.code)
  const code = normalCode(given)
  ctx.set('Cache-Control', 'no-store')
  ctx.redirect(`/m/#/features/casework/pages/scan/index?code=${encodeURIComponent(code ?? given.slice(0, LONGEST))}`)
}
