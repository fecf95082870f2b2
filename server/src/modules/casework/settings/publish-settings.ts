import { instantOf, dayOf, DAY } from '@xiangli/shared/core/time'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand } from '../../../core/operation'
import { needVisible, personIdOf } from '../../../core/within'
import { soundSettings, TYPE } from './changed'
import { takeIn } from './current'
import { MOST_VERSIONS, Settings } from './settings.model'

const FARTHEST = 366 * DAY

/** At once, or from the morning of a day to come. */
const beginOf = (day: string | undefined, now: Date): Date => {
  if (day === undefined || day === dayOf(now)) return now
  const begin = instantOf(day, '00:00')
  const isSane = begin > now && begin.getTime() < now.getTime() + FARTHEST
  return isSane ? begin : fail('casework.settingsWrong', { field: 'effectiveFrom', message: '从今天起，或从以后一年内的某一天起' })
}

/** Compare-and-set by the version looked at; (county, type, version) is unique. */
export const publishSettings = defineCommand('casework.publishSettings', {
  run: async (ctx, { reason, effectiveFrom, ...draft }) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    const { version, differences } = await soundSettings(draft)
    if (differences.length === 0) fail('casework.settingsUnchanged')
    if (version > MOST_VERSIONS) fail('casework.settingsWrong', { field: 'version', message: `最多 ${MOST_VERSIONS} 版` })
    const added = await Settings.add({
      _id: newId(), county: ctx.county, type: TYPE, version, at: ctx.now, by: personIdOf(ctx), reason,
      effectiveFrom: beginOf(effectiveFrom, ctx.now), settings: draft.settings, differences,
    })
    ctx.record({ type: 'settings', id: added._id, rev: version }, { reason })
    ctx.emit({ name: 'casework.settingsPublished', id: added._id, rev: version, staff: { operation: 'casework.listSettings', scopeKeys: [ctx.county] } })
    return added
  },
  present: (_ctx, added) => {
    takeIn([added])
    return { version: added.version }
  },
  reload: (_ctx, target) => Settings.need({ _id: target.id }),
})
