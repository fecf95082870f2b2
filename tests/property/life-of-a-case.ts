import assert from 'node:assert/strict'
import { ulid } from 'ulid'
import type { Town } from '@xiangli/server/testing'
import type { Actor } from '@xiangli/shared/core/actor'
import { colourOf } from '@xiangli/shared/casework/clock'
import { nextCrossing } from '@xiangli/shared/casework/crossing'
import { permittedActions } from '@xiangli/shared/casework/rules'
import { isOpen } from '@xiangli/shared/casework/states'
import { isKnown } from '@xiangli/shared/casework/triage'
import { execute, type Call } from '../../server/src/core/execute'
import { AppError } from '../../server/src/core/fail'
import { typeOf } from '../../server/src/modules/casework'
import type { CaseDoc } from '../../server/src/modules/casework/case.model'
import { maySee, partiesFor } from '../../server/src/modules/casework/parties'
import { isReporter } from '../../server/src/modules/casework/sealed/acting'
import { reporterActor } from '../../server/src/modules/casework/sealed/derive'
import { Handed } from '../../server/src/modules/casework/sealed/sealed.model'
import { countRows } from '../concurrency/rows'
import type { Cast } from './cast'
import { checkWhole, loadCase } from './invariants'
import { inputFor, submissionFor, type Step } from './steps'

export interface Tally {
  done: number
  refused: number
  replays: number
  races: number
  cases: number
}

export const newTally = (): Tally => ({ done: 0, refused: 0, replays: 0, races: 0, cases: 0 })

interface World {
  town: Town
  cast: Cast
  tally: Tally
  now: () => Date
}

/** Drawn seldom, or most lives would be over at once. */
const ENDS = new Set<string>(['withdraw', 'decline', 'giveUp', 'turnAway'])

/** What may be refused for its content though the step itself was open. */
const CONTENT = new Set(['core.badInput', 'casework.unknownCategory', 'casework.gradeIsDispatchers', 'casework.outsideScope', 'casework.notAssignable', 'casework.nothingSaid', 'region.unknown', 'region.unknownUnit', 'core.staleRevision', 'casework.untilOutOfRange', 'casework.pausedEnough', 'casework.alreadyExtended', 'casework.alreadyInCharge', 'casework.chargeIsTaken', 'casework.pastALevel', 'casework.promiseInPast', 'casework.promiseTooFar', 'casework.triedToday', 'casework.alreadyPaused', 'casework.tooLateForTime', 'casework.hasChildren', 'casework.ownRequest', 'casework.alreadySupervised', 'casework.notTogether', 'casework.tooManyMerged', 'casework.ownResponsibility', 'casework.alreadyCalled', 'casework.tooManyCalled', 'casework.callsItself', 'casework.aboutIsDispatchers', 'casework.aboutReasonNeeded', 'casework.aboutAlone', 'casework.unknownResponsibility', 'casework.stepWaiting', 'casework.releaseTooSoon', 'casework.nothingToRelease', 'casework.sealedAlone', 'casework.releaseFirst', 'casework.ownWork'])

/** What a merging may be refused for because of the other of the two. */
const OTHERS = new Set(['core.notFound', 'casework.notYours', 'casework.wrongState'])
/** No steps of the case: nothing in its history. */
const ASIDE = new Set<string>(['revealRequester', 'join', 'leave', 'applyHanded'])

const tried = async (call: Omit<Call, 'trace'>): Promise<{ code: string; isReplay: boolean }> => {
  try {
    const { isReplay } = await execute({ ...call, trace: ulid() })
    return { code: 'ok', isReplay }
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, isReplay: false }
    throw error
  }
}

type Stood = Awaited<ReturnType<typeof loadCase>>['doc']

/** To a sealed case its reporter is a pseudonym. */
const knownAs = (actor: Actor, doc: Stood): Actor => (isReporter(doc, actor.id) ? reporterActor(doc.requesterId) : actor)

const openTo = ({ cast, now }: World, doc: Stood): { actor: Actor; action: Step['action'] }[] =>
  cast.people.flatMap(({ actor }) =>
    permittedActions(typeOf(doc), doc, { partiesFor: (action) => partiesFor(knownAs(actor, doc), doc, action), now: now() })
      .filter(() => maySee(knownAs(actor, doc), doc))
      .map((action) => ({ actor, action: action as Step['action'] })),
  )

const drawn = (world: World, step: Step, doc: Stood): { actor: Actor; action: Step['action'] } => {
  const open = openTo(world, doc)
  const lasting = open.filter(({ action }) => step.pick % 6 === 0 || !ENDS.has(action))
  if (!step.wild && lasting.length > 0) return lasting[step.pick % lasting.length]!
  return { actor: world.cast.people[step.who % world.cast.people.length]!.actor, action: step.action }
}

/** The timetable does only what is next and due; a limit is counted anew only where the calendar moved it. */
const isDue = (doc: CaseDoc, action: Step['action'], now: Date): boolean => {
  const next = nextCrossing(doc, typeOf(doc))
  return next !== null && next.kind === action && next.at <= now
}

interface Pair {
  caseId: string
  /** Another report of the same, which it may be merged with. */
  otherId: string
}

/** One step: it goes through exactly when the rules the buttons are drawn by say so; a refusal leaves nothing. */
const take = async (world: World, step: Step, { caseId, otherId }: Pair): Promise<void> => {
  const { doc } = await loadCase(caseId)
  const { actor, action } = drawn(world, step, doc)
  const input = inputFor({ ...step, action }, { ...world, now: world.now(), caseId, otherId, rev: doc.rev })
  const isOpen = openTo(world, doc).some((each) => each.actor === actor && each.action === action)
  const before = await countRows()
  const key = ulid()
  const { code } = await tried({ operation: `casework.${action}`, input, actor, key })
  if (code === 'ok') {
    world.tally.done += 1
    if (!ASIDE.has(action)) assert.deepEqual({ action, code, isOpen }, { action, code, isOpen: true })
    if (step.kind === 'replay') await replay(world, { operation: `casework.${action}`, input, actor, key })
    return
  }
  world.tally.refused += 1
  // A refused look at a name is kept on purpose, without what was asked.
  const { refusals: _, ...after } = await countRows()
  const { refusals: __, ...rowsBefore } = before
  assert.deepEqual({ action, code, rows: after }, { action, code, rows: rowsBefore })
  assert.deepEqual((await loadCase(caseId)).doc, doc)
  const isExcused = CONTENT.has(code) || (actor.kind === 'system' && !isDue(doc, action, world.now())) || (action === 'merge' && OTHERS.has(code))
  if (isOpen && !isExcused) throw new Error(`${action} was open and refused with ${code}`)
}

const replay = async ({ tally }: World, call: Omit<Call, 'trace'>): Promise<void> => {
  const before = await countRows()
  assert.deepEqual(await tried(call), { code: 'ok', isReplay: true })
  assert.deepEqual(await countRows(), before)
  tally.replays += 1
}

/** Two at once on one case: whoever is second sees what the first did, or is told to look again. */
const race = async (world: World, step: Step, { caseId, otherId }: Pair): Promise<void> => {
  const { doc } = await loadCase(caseId)
  const pair = [step, { ...step, pick: step.pick + 1, who: step.who + 1 }].map((each) => {
    const { actor, action } = drawn(world, each, doc)
    return { operation: `casework.${action}`, input: inputFor({ ...each, action }, { ...world, now: world.now(), caseId, otherId, rev: doc.rev }), actor, key: ulid() }
  })
  const outcomes = await Promise.all(pair.map(tried))
  // What the reporter of a sealed case does is laid down, and moves nothing yet.
  const moves = ({ operation, actor }: (typeof pair)[number]): boolean => !ASIDE.has(operation.split('.')[1]!) && !isReporter(doc, actor.id)
  const steps = outcomes.filter(({ code }, at) => code === 'ok' && moves(pair[at]!)).length
  assert.equal((await loadCase(caseId)).doc.rev, doc.rev + steps)
  assert.ok(!outcomes.some(({ code }) => code === 'core.unexpected'))
  world.tally.races += 1
}

/** The case stands in the list of its own colour and in no other. */
const checkInOneList = async ({ cast, now }: World, doc: CaseDoc): Promise<void> => {
  const centre = cast.people.find(({ name }) => name === 'centre')!.actor
  const found: string[] = []
  for (const colour of ['green', 'yellow', 'red', 'paused'] as const) {
    const { output } = await execute({ operation: 'casework.listCases', input: { colour, serial: doc.serial }, actor: centre, trace: ulid() })
    if ((output as { items: unknown[] }).items.length > 0) found.push(colour)
  }
  const colour = colourOf(doc, now())
  assert.deepEqual(found, colour === 'none' || doc.triage ? [] : [colour])
}

/** What was handed in takes effect once its time has come, or is told not to; nothing is left lying. */
const handedInDue = async ({ town, now }: World, caseId: string): Promise<void> => {
  const handed = await Handed.one({ _id: caseId })
  if (!handed || handed.due > now()) return
  const actor = { kind: 'system', id: 'timetable', county: town.county } as const
  assert.deepEqual(await tried({ operation: 'casework.applyHanded', input: { caseId }, actor, key: ulid() }), { code: 'ok', isReplay: false })
  assert.equal(await Handed.one({ _id: caseId }), null)
}

/** Left to itself from here, with nothing but the timetable: it ends closed or with the county, never in a corner. */
const leaveAlone = async (world: Living, caseId: string): Promise<void> => {
  for (let moves = 0; moves < 40; moves += 1) {
    await handedInDue(world, caseId)
    const { doc } = await loadCase(caseId)
    const next = nextCrossing(doc, typeOf(doc))
    if (!next) {
      assert.ok(!isOpen(doc.state) || doc.supervision?.isTop || doc.triage?.raisedAt, 'left alone it ends closed or with the county')
      return
    }
    if (next.at > world.now()) world.setNow(next.at)
    const actor = { kind: 'system', id: 'timetable', county: world.town.county } as const
    assert.deepEqual(await tried({ operation: `casework.${next.kind}`, input: { caseId }, actor, key: ulid() }), { code: 'ok', isReplay: false })
    await checkWhole(caseId, world.now())
  }
  throw new Error('the timetable never came to an end')
}

type Living = World & { setNow: (at: Date) => void }

/** Whoever has chosen no village is refused under a sealed name, and files the same under another level. */
const filed = async (input: ReturnType<typeof submissionFor>, actor: Actor): Promise<string> => {
  const send = (said: object) => execute({ operation: 'casework.submit', input: said, actor, key: ulid(), trace: ulid() })
  const isRefused = 'names' in input && input.names === 'sealed' && !isKnown(actor)
  if (isRefused) await assert.rejects(send(input), { code: 'casework.sealedNeedsVillage' })
  const { output } = await send(isRefused ? { ...input, names: 'hidden' } : input)
  return (output as { id: string }).id
}

/** A whole life: filed by somebody, then step after step, each followed by a look at everything. */
export const live = async (world: Living, life: { choice: number; steps: Step[] }): Promise<void> => {
  const { town, cast, tally } = world
  const requester = cast.requesters[life.choice % cast.requesters.length]!
  const [submission, other] = [submissionFor(town, life.choice), submissionFor(town, life.choice)]
  const ids: string[] = []
  for (const [at, each] of [submission, other].entries()) {
    const actor = at === 0 ? requester : cast.requesters[(life.choice + 1) % cast.requesters.length]!
    ids.push(await filed(each, actor))
  }
  tally.cases += 2
  const pair = { caseId: ids[0]!, otherId: ids[1]! }
  for (const step of life.steps) {
    world.setNow(new Date(world.now().getTime() + step.jumpMinutes * 60_000))
    for (const id of ids) await handedInDue(world, id)
    const aimed = step.onOther ? { caseId: pair.otherId, otherId: pair.caseId } : pair
    await (step.kind === 'race' ? race : take)(world, step, aimed)
    for (const id of [pair.caseId, pair.otherId]) await checkWhole(id, world.now())
    if (openTo(world, (await loadCase(pair.caseId)).doc).length === 0) break
  }
  await checkInOneList(world, (await loadCase(pair.caseId)).doc)
  await leaveAlone(world, pair.caseId)
}
