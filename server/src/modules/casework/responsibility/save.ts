import { categoryOf } from '@xiangli/shared/casework/case-type'
import type { ResponsibilityRow } from '@xiangli/shared/casework/contract/responsibility'
import type { Responsibility } from '@xiangli/shared/casework/contract/returns'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand, defineQuery, type CommandContext } from '../../../core/operation'
import { needVisible, personIdOf } from '../../../core/within'
import { namesOf } from '../../identity'
import { unitById } from '../../region'
import { unitName } from '../present/names'
import { FIRST_VERSION, Responsibilities, ResponsibilityVersions, type ResponsibilityDoc } from '../responsibility.model'
import { allCaseTypes } from '../types'

type Row = Pick<ResponsibilityDoc, 'code' | 'unitId' | 'title' | 'basis' | 'categories' | 'version' | 'isRetired'>

export const presentResponsibility = ({ code, unitId, title, basis, categories, version = FIRST_VERSION, isRetired = false }: Row): Responsibility =>
  ({ code, unitId, unitName: unitName(unitId), title, basis, categories, version, isRetired })

const refuseWrong = ({ unitId, categories }: ResponsibilityRow, prefix: string): void => {
  if (!unitById(unitId)) fail('region.unknownUnit', { field: `${prefix}unitId` })
  const unknown = categories.find((code) => !allCaseTypes().some((type) => categoryOf(type, code)))
  if (unknown !== undefined) fail('casework.unknownCategory', { field: `${prefix}categories` })
}

/** A row from before there were versions is the first one: it is kept as such before it changes. */
const keepFirst = async (ctx: CommandContext, { code, unitId, title, basis, categories }: ResponsibilityDoc): Promise<void> => {
  await ResponsibilityVersions.add({ _id: newId(ctx.now), county: ctx.county, code, version: FIRST_VERSION, unitId, title, basis, categories, isRetired: false })
}

/** Compare-and-set by the version looked at; a new code meets the unique index, and (code, version) is unique as well. */
const keepRow = async (ctx: CommandContext, { code, version: seen, ...row }: ResponsibilityRow): Promise<ResponsibilityDoc> => {
  const version = seen + 1
  const before = seen === 0 ? null : await Responsibilities.one({ code })
  if (before && before.version === undefined && seen === FIRST_VERSION) await keepFirst(ctx, before)
  const isSeen = seen === FIRST_VERSION ? { version: { $in: [FIRST_VERSION, null] } } : { version: seen }
  const doc = seen === 0
    ? await Responsibilities.add({ _id: code, county: ctx.county, code, version, ...row })
    : ((await Responsibilities.change({ code, ...isSeen } as never, { $set: { ...row, version } })) ?? fail('casework.responsibilityChanged', { field: 'version' }))
  await ResponsibilityVersions.add({ _id: newId(ctx.now), county: ctx.county, code, version, ...row, at: ctx.now, byId: personIdOf(ctx) })
  return doc
}

const tell = (ctx: CommandContext, { _id, version = FIRST_VERSION }: ResponsibilityDoc): void => {
  ctx.record({ type: 'responsibility', id: _id, rev: version })
  ctx.emit({ name: 'casework.responsibilitySaved', id: _id, rev: version, staff: { operation: 'casework.listResponsibilities', scopeKeys: [ctx.county] } })
}

export const saveResponsibility = defineCommand('casework.saveResponsibility', {
  run: async (ctx, row) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    refuseWrong(row, '')
    const doc = await keepRow(ctx, row)
    tell(ctx, doc)
    return doc
  },
  present: (_ctx, doc) => presentResponsibility(doc),
  reload: (_ctx, { id }) => Responsibilities.need({ _id: id }),
})

/** All or none of a part: what was looked at stands so, or somebody changed it meanwhile. */
export const importResponsibilities = defineCommand('casework.importResponsibilities', {
  run: async (ctx, { rows }) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    for (const [at, row] of rows.entries()) {
      refuseWrong(row, `rows.${at}.`)
      tell(ctx, await keepRow(ctx, row))
    }
    return rows.length
  },
  present: (_ctx, saved) => ({ saved }),
  reload: async (_ctx, _target, { rows }) => rows.length,
})

const MOST_VERSIONS = 50

export const listResponsibilityVersions = defineQuery('casework.listResponsibilityVersions', async (ctx, { code }) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  const docs = await ResponsibilityVersions.list({ code }, { sort: { version: -1 }, limit: MOST_VERSIONS, hint: 'responsibility_version' })
  const names = await namesOf(docs.flatMap(({ byId }) => byId ?? []))
  return {
    items: docs.map((doc) => ({
      ...presentResponsibility(doc),
      ...(doc.at ? { at: doc.at.toISOString() } : {}),
      byName: doc.byId === undefined ? '建县时带来' : (names.get(doc.byId) ?? ''),
    })),
  }
})
