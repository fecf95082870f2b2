import type { Filter } from 'mongodb'
import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { presentResponsibility } from '../responsibility/save'
import { inUse, Responsibilities, type ResponsibilityDoc } from '../responsibility.model'

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const wordsIn = (words: string): Filter<ResponsibilityDoc> => {
  const pattern = { $regex: escaped(words) }
  return { $or: [{ title: pattern }, { basis: pattern }, { code: pattern }] } as Filter<ResponsibilityDoc>
}

/** Who has which duty is no secret: every member of staff reads the whole list. */
export const listResponsibilities = defineQuery('casework.listResponsibilities', async (ctx, { words, unitId, category, withRetired, limit, cursor }) => {
  ctx.scopeApplied = true
  const filter = { ...(withRetired ? {} : inUse), ...(unitId ? { unitId } : {}), ...(category ? { categories: category } : {}), ...(words ? wordsIn(words) : {}) } as Filter<ResponsibilityDoc>
  const { docs, next } = await readPage(Responsibilities, { filter, sort: { by: 'code', direction: 1, isUnique: true }, limit, cursor, index: 'responsibility_code' })
  return { items: docs.map(presentResponsibility), ...(next ? { next } : {}) }
})
