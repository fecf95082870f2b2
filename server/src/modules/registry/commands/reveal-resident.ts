import { defineCommand, type Context } from '../../../core/operation'
import { needVisible } from '../../../core/within'
import { Persons, type PersonDoc } from '../person.model'
import { presentWhole } from '../present'

const needPerson = async (ctx: Context, id: string): Promise<PersonDoc> => needVisible(ctx, await Persons.one({ _id: id }))

/** Looking is an act of its own: who looked at whom and why stays in the journal. */
export const revealResident = defineCommand('registry.revealResident', {
  run: async (ctx, { residentId, reason }) => {
    const person = await needPerson(ctx, residentId)
    ctx.record({ type: 'person', id: person._id }, { reason, regionPath: person.regionPath })
    return person
  },
  present: (_ctx, person) => presentWhole(person),
  reload: (ctx, { id }) => needPerson(ctx, id),
})
