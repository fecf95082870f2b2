import type { Filter } from 'mongodb'
import type { SettingsPreview } from '@xiangli/shared/casework/contract/settings'
import { categoryOf, type CaseType } from '@xiangli/shared/casework/case-type'
import { typeAs } from '@xiangli/shared/casework/settings/as-type'
import { effectOn, isTouched, noTally, tallied, type Effect, type Outcome, type Tally } from '@xiangli/shared/casework/settings/effect'
import { lengthWords } from '@xiangli/shared/casework/settings/length-words'
import { CASE_STATES } from '@xiangli/shared/casework/states'
import { DAY } from '@xiangli/shared/core/time'
import { defineQuery } from '../../../core/operation'
import { withoutBarred } from '../../../core/within'
import { Cases, type CaseDoc } from '../case.model'
import { keysToRead } from '../list-filter'
import { titleFor } from '../present/summary'
import { codedType, typeNamed } from '../types'
import { departmentName, soundSettings, TYPE } from './changed'

const LOOKED = 2000
const MOST_COUNTED = 20_000
const SHOWN = 20
const DAYS = 30
const NO_CATEGORY = '还没分类'

const projection = { scopeKeys: 1, type: 1, serial: 1, title: 1, words: 1, voiceSeconds: 1, category: 1, grade: 1, 'place.villageId': 1 } as const

/** Newest first along the index of the county's own list; whatever became of them since. */
export const filedSince = (keys: readonly string[], from: Date): Filter<CaseDoc> =>
  ({ scopeKeys: { $in: [...keys] }, state: { $in: [...CASE_STATES] }, receivedAt: { $gte: from } }) as Filter<CaseDoc>

export const previewFind = { sort: { receivedAt: -1, _id: -1 }, limit: LOOKED, hint: 'case_newest', projection } as const

const inWords = ({ department, grade, acceptMinutes, totalMinutes, pace }: Outcome) => ({
  unit: department ? (departmentName(department) ?? department) : '村（居）委会',
  grade,
  limit: `受理 ${lengthWords(acceptMinutes, pace)}，总共 ${lengthWords(totalMinutes, pace)}`,
})

interface Touched {
  record: CaseDoc
  effect: Effect
}

const exampleOf = ({ record, effect }: Touched): SettingsPreview['examples'][number] => ({
  caseId: record._id,
  serial: record.serial,
  title: titleFor(record),
  before: inWords(effect.before),
  after: inWords(effect.after),
})

/** One of each category before a second of any: a list of twenty roads would tell less. */
const varied = (touched: readonly Touched[]): Touched[] => {
  const seen = new Set<string | null>()
  const firsts = touched.filter(({ record: { category } }) => !seen.has(category) && seen.add(category))
  return [...firsts, ...touched.filter((each) => !firsts.includes(each))].slice(0, SHOWN)
}

const byCategory = (effects: readonly Touched[], type: CaseType): SettingsPreview['categories'] => {
  const tallies = new Map<string | null, Tally>()
  for (const { record: { category }, effect } of effects) tallies.set(category, tallied(tallies.get(category) ?? noTally, effect))
  const rows = [...tallies].map(([code, tally]) => ({ label: categoryOf(type, code ?? undefined)?.label ?? NO_CATEGORY, ...tally }))
  return rows.sort((a, b) => b.unit + b.grade + b.limit - (a.unit + a.grade + a.limit) || b.cases - a.cases)
}

/** 上个月的事项会怎样分派: what was filed lately, under the settings in force and under the draft. */
export const previewSettings = defineQuery('casework.previewSettings', async (ctx, draft) => {
  const filter = filedSince(keysToRead(ctx, undefined), new Date(ctx.now.getTime() - DAYS * DAY))
  const { version } = await soundSettings(draft)
  const before = typeNamed(TYPE)
  const after = typeAs(codedType(TYPE) ?? before, { version, settings: draft.settings })
  const [records, count] = await Promise.all([Cases.list(filter, previewFind), Cases.count(filter, MOST_COUNTED + 1, 'case_newest')])
  const effects = withoutBarred(ctx, records).map((record) => ({
    record,
    effect: effectOn({ category: record.category, grade: record.grade, isPool: !record.place.villageId }, { before, after }),
  }))
  return {
    from: new Date(ctx.now.getTime() - DAYS * DAY).toISOString(),
    to: ctx.now.toISOString(),
    filed: { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED },
    ...effects.reduce((sum, { effect }) => tallied(sum, effect), noTally),
    categories: byCategory(effects, after),
    examples: varied(effects.filter(({ effect }) => isTouched(effect))).map(exampleOf),
  }
})
