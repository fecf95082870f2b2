import { firstSource, type SourceRules } from '@xiangli/shared/hotline/source'
import { collection, type Stored } from '../../core/collection'
import { fail } from '../../core/fail'

/** One version of how a source's tables are read; only ever added. */
export interface SourceDoc extends Stored, SourceRules {
  code: string
  version: number
  name: string
  at?: Date
  by?: string
}

const Sources = collection<SourceDoc>({
  name: 'hotline_sources',
  // Two who save at once: the second meets this index and is told that a new version is there.
  indexes: [{ name: 'hotline_source_version', key: { county: 1, code: 1, version: -1 }, unique: true }],
  duplicate: { hotline_source_version: 'hotline.staleSource' },
})

export const addSource = (source: SourceDoc): Promise<SourceDoc> => Sources.add(source)
export const sourceById = (id: string): Promise<SourceDoc> => Sources.need({ _id: id })

/** Far more than a county ever has. */
const MOST = 50

/** What every county begins with, until it saves its own. */
const builtIn = (): SourceDoc => ({ ...firstSource, _id: `built-in-${firstSource.code}`, county: '', version: 1, categoryWords: { ...firstSource.categoryWords }, gradeWords: { ...firstSource.gradeWords } })

/** The version in force of each source. */
export const currentSources = async (): Promise<SourceDoc[]> => {
  const newest = await Sources.aggregate<{ source: SourceDoc }>([
    { $sort: { county: 1, code: 1, version: -1 } }, { $group: { _id: '$code', source: { $first: '$$ROOT' } } }, { $sort: { _id: 1 } }, { $limit: MOST },
  ])
  const saved = newest.map(({ source }) => source)
  return saved.some(({ code }) => code === firstSource.code) ? saved : [builtIn(), ...saved]
}

export const sourceNamed = async (code: string): Promise<SourceDoc> =>
  (await Sources.list({ code }, { sort: { version: -1 }, limit: 1 }))[0] ?? (code === firstSource.code ? builtIn() : fail('hotline.unknownSource', { field: 'source' }))
