import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { namesOfPersons } from '../../journal'
import { Calendars } from '../calendar.model'
import { presentVersion } from '../present'

export const listVersions = defineQuery('calendar.listVersions', async (ctx, { limit, cursor }) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  const { docs, next } = await readPage(Calendars, { filter: {}, sort: { by: 'version', direction: -1 }, limit, cursor, projection: { marks: 0 } })
  const names = await namesOfPersons(docs.flatMap(({ by }) => by ?? []))
  return { items: docs.map((doc) => presentVersion(doc, names)), ...(next ? { next } : {}) }
})
