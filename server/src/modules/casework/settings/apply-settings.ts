import type { SettingsApplying } from '@xiangli/shared/casework/contract/settings'
import { fail } from '../../../core/fail'
import { defineCommand, defineQuery } from '../../../core/operation'
import { needVisible, personIdOf } from '../../../core/within'
import { namesOf } from '../../identity'
import { typeNamed } from '../types'
import { TYPE } from './changed'
import { Applyings, applyingId, type ApplyingDoc } from './settings.model'

const present = async ({ version, byId, at, looked, moved, limits, finishedAt }: ApplyingDoc): Promise<SettingsApplying> => ({
  version: version ?? 1,
  byName: (await namesOf([byId])).get(byId) ?? '',
  at: at.toISOString(),
  looked,
  moved,
  limits,
  ...(finishedAt ? { finishedAt: finishedAt.toISOString() } : {}),
})

/** Only orders: the job does it, case by case. Ordered again while it runs, it goes on where it is. */
export const applySettings = defineCommand('casework.applySettings', {
  run: async (ctx, { version }) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    const type = typeNamed(TYPE)
    if (type.version !== version) fail('casework.settingsNotInForce', { field: 'version', details: { version: type.version } })
    const _id = applyingId(ctx.county, TYPE)
    const running = await Applyings.one({ _id, version, finishedAt: null })
    const warning = JSON.stringify([type.warnMinutes, type.pace])
    const order = { version, byId: personIdOf(ctx), at: ctx.now, warning, place: null, looked: 0, moved: 0, limits: 0, finishedAt: null }
    const doc = running ?? (await Applyings.upsert({ _id }, { $set: order })) ?? fail('core.unavailable')
    ctx.record({ type: 'settingsApplying', id: _id, rev: version })
    ctx.emit({ name: 'casework.settingsOrdered', id: _id, rev: version, staff: { operation: 'casework.listSettings', scopeKeys: [ctx.county] } })
    return doc
  },
  present: (_ctx, doc) => present(doc),
  reload: (_ctx, { id }) => Applyings.need({ _id: id }),
})

export const showApplying = defineQuery('casework.showApplying', async (ctx) => {
  needVisible(ctx, { scopeKeys: [ctx.county] })
  const doc = await Applyings.one({ _id: applyingId(ctx.county, TYPE) })
  return doc && doc.version !== null ? { applying: await present(doc) } : {}
})
