import { categoryOf } from '@xiangli/shared/casework/case-type'
import { fail } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { defineCommand } from '../../../core/operation'
import { needVisible, personIdOf } from '../../../core/within'
import { addSource, currentSources, sourceById } from '../source.model'
import { ourType } from '../our-type'

/** Compare-and-set by the version looked at; (county, code, version) is unique. */
export const saveSource = defineCommand('hotline.saveSource', {
  run: async (ctx, { code, version, ...rules }) => {
    needVisible(ctx, { scopeKeys: [ctx.county] })
    const now = (await currentSources()).find((each) => each.code === code)?.version ?? 0
    if (now !== version) fail('hotline.staleSource', { field: 'version', details: { version: now } })
    const unknown = Object.values(rules.categoryWords).find((category) => !categoryOf(ourType(), category))
    if (unknown !== undefined) fail('casework.unknownCategory', { field: 'categoryWords' })
    const added = await addSource({ _id: newId(ctx.now), county: ctx.county, code, version: version + 1, ...rules, at: ctx.now, by: personIdOf(ctx) })
    ctx.record({ type: 'hotlineSource', id: added._id, rev: added.version })
    return added
  },
  present: (_ctx, { version }) => ({ version }),
  reload: (_ctx, { id }) => sourceById(id),
})
