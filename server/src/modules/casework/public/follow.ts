import type { EventName } from '@xiangli/shared/catalog/events'
import { publicSteps } from '@xiangli/shared/casework/publication'
import { cut } from '@xiangli/shared/core/words'
import { newId } from '../../../core/ids'
import type { CommandReaction } from '../../../core/module'
import { defineCommand, defineQuery } from '../../../core/operation'
import { personIdOf } from '../../../core/within'
import { Follows, PublicCases } from './public-case.model'
import { needPublic } from './queries'

export const follow = defineCommand('casework.follow', {
  run: async (ctx, { caseId }) => {
    await needPublic(caseId)
    const mine = { caseId, personId: personIdOf(ctx) }
    await Follows.upsert(mine, { $setOnInsert: { _id: newId(ctx.now), county: ctx.county, ...mine, at: ctx.now } })
    ctx.record({ type: 'publicCase', id: caseId })
    return { isFollowed: true }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ isFollowed: true }),
})

export const unfollow = defineCommand('casework.unfollow', {
  run: async (ctx, { caseId }) => {
    await Follows.removeMany({ caseId, personId: personIdOf(ctx) })
    ctx.record({ type: 'publicCase', id: caseId })
    return { isFollowed: false }
  },
  present: (_ctx, done) => done,
  reload: async () => ({ isFollowed: false }),
})

export const getFollow = defineQuery('casework.getFollow', async (ctx, { caseId }) => ({
  isFollowed: (await Follows.one({ caseId, personId: personIdOf(ctx) })) !== null,
}))

/** What followers hear of; the small steps between they see when they look. */
const told: Partial<Record<EventName, keyof typeof publicSteps>> = {
  'casework.answered': 'answer',
  'casework.rated': 'rate',
  'casework.reopened': 'reopen',
  'casework.gaveUp': 'giveUp',
  'casework.closedUnrated': 'closeUnrated',
}

/** As many as one command of delivery takes: a village, not a city. */
const MOST = 500

export const tellFollowers: CommandReaction = {
  kind: 'command',
  name: 'casework.tellPublicFollowers',
  on: Object.keys(told) as EventName[],
  decide: async ({ event, row }) => {
    const step = told[event.name]
    const doc = await PublicCases.one({ _id: event.id }, { projection: { isShown: 1, summary: 1, serial: 1 } })
    if (!step || !doc?.isShown) return null
    const followers = await Follows.list({ caseId: event.id }, { limit: MOST, projection: { personId: 1 } })
    const people = followers.map(({ personId }) => personId).filter((id) => id !== row.actorId && !event.persons?.includes(id))
    if (people.length === 0) return null
    const notice = { kind: 'progress' as const, title: `关注的事：${cut(doc.summary, 40)}`, body: `${publicSteps[step]}。编号 ${doc.serial}`, about: { type: 'publicCase' as const, id: event.id } }
    return { operation: 'notice.deliver', input: { eventId: `${row._id}:f`, notices: people.map((to) => ({ to, ...notice })) } }
  },
}
