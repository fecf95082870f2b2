import type { Filter } from 'mongodb'
import { readPage } from '../../../core/cursor'
import { defineQuery } from '../../../core/operation'
import { unitName } from '../present/names'
import { Responsibilities, type ResponsibilityDoc } from '../responsibility.model'

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const wordsIn = (words: string): Filter<ResponsibilityDoc> => {
  const pattern = { $regex: escaped(words) }
  return { $or: [{ title: pattern }, { basis: pattern }, { code: pattern }] } as Filter<ResponsibilityDoc>
}

/** Who has which duty is no secret: every member of staff reads the whole list. */
export const listResponsibilities = defineQuery('casework.listResponsibilities', async (ctx, { words, unitId, category, limit, cursor }) => {
  ctx.scopeApplied = true
  const filter = { ...(unitId ? { unitId } : {}), ...(category ? { categories: category } : {}), ...(words ? wordsIn(words) : {}) } as Filter<ResponsibilityDoc>
  const { docs, next } = await readPage(Responsibilities, { filter, sort: { by: 'code', direction: 1 }, limit, cursor, index: 'responsibility_code' })
  const items = docs.map(({ code, unitId: of, title, basis, categories }) => ({ code, unitId: of, unitName: unitName(of), title, basis, categories }))
  return { items, ...(next ? { next } : {}) }
})
