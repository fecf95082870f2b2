import type { Account } from '../organisation/staff'
import { committeeId, departmentId } from '../organisation/units'
import { Cases } from '../../modules/casework'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { categoryOf } from '@xiangli/shared/casework/case-type'
import { spotOf, villageOf } from './cast'
import { execute } from '../../core/execute'
import { now } from '../../core/clock'
import { newId } from '../../core/ids'
import type { Move } from './script'
import { asActor, uploadPicture, uploadVoice } from './uploads'

type Input = Record<string, unknown>
type Writer = (move: Move, actor: Account) => Promise<Input> | Input

const submit: Writer = async ({ tale, number, at }, actor) => {
  const { words, voice, category, scene, spot, by } = tale
  const point = by === undefined ? spotOf(tale, number) : undefined
  return {
    ...(words ? { words } : {}),
    ...(voice ? await uploadVoice(actor, { seconds: voice, seed: number }) : {}),
    names: tale.isSealed ? 'sealed' : 'hidden',
    // A voice note says it all: its category is the dispatcher's to find.
    ...(category && !voice ? { category } : {}),
    ...(scene ? { photoFileIds: await uploadPicture(actor, { name: scene, seed: number, isMended: false }) } : {}),
    place: {
      ...(point ? { point } : {}),
      ...(by === 'village' ? { villageId: villageOf(tale) } : {}),
      ...(spot ? { words: spot } : {}),
    },
    occurredAt: new Date(at.getTime() - 4 * 60_000).toISOString(),
  }
}

const isWithDepartment = (fate: string): boolean => fate === 'withDepartment' || fate === 'departmentDone'

const route: Writer = ({ tale, number }) => {
  const { category, summary, fate } = tale
  if (tale.isSealed) return { unitId: committeeId(villageOf(tale)), note: '内容已转写，请现场看一下。' }
  if (isWithDepartment(fate)) {
    const department = categoryOf(complaint, category ?? '')?.department
    return { unitId: departmentId(department ?? 'urban'), note: '请贵单位现场看一下，三天内回话。' }
  }
  const point = spotOf(tale, number)
  return {
    ...(category ? { category } : {}),
    ...(summary ? { summary } : {}),
    ...(point ? { place: { point } } : {}),
    note: '已定位到网格，请网格员先去看。',
  }
}

/** Somebody of those the case may be given to, other than who has it. */
const assign: Writer = async ({ caseId }, actor) => {
  const call = { operation: 'casework.listAssignees', input: { caseId }, actor: await asActor(actor), trace: newId(now()) }
  const { items } = (await execute(call)).output as { items: { personId: string }[] }
  const { handler } = await Cases.need({ _id: caseId })
  const other = items.find(({ personId }) => personId !== handler.personId)
  if (!other) throw new Error('nobody to hand the case on to')
  return { personId: other.personId, note: '你熟悉情况，麻烦接着办。' }
}

const handle: Writer = async ({ tale, number, turn }, actor) => ({
  words: tale.notes?.[turn] ?? '到现场看过，正在联系。',
  ...(tale.scene && turn === 0 && number % 2 === 0 ? { photoFileIds: await uploadPicture(actor, { name: tale.scene, seed: 300 + number, isMended: false }) } : {}),
})

const answer: Writer = async ({ tale, number }, actor) => ({
  words: tale.answer ?? '已办好，请您看一下。',
  ...(tale.scene ? { photoFileIds: await uploadPicture(actor, { name: tale.scene, seed: number, isMended: true }) } : {}),
})

const writers: Partial<Record<Move['action'], Writer>> = {
  submit,
  route,
  release: ({ tale }) => ({ words: tale.summary ?? '有人反映一件事。' }),
  assign,
  handle,
  answer,
  ask: ({ tale }) => ({ question: tale.question ?? '能再说详细一点吗？' }),
  supplement: ({ tale }) => ({ words: tale.reply ?? '补充一下。' }),
  rate: ({ tale }) => ({ score: tale.score ?? 5, ...(tale.thanks ? { words: tale.thanks } : {}) }),
  reopen: ({ tale }) => ({ words: tale.why ?? '还没有办好。' }),
  withdraw: ({ tale }) => ({ reason: tale.why ?? '不用了。' }),
  decline: ({ tale }) => ({ reason: tale.why ?? '不在受理范围。' }),
  giveUp: ({ tale }) => ({ reason: tale.why ?? '条件不具备。' }),
}

/** What a person would send with this move. */
export const inputFor = async (move: Move, actor: Account): Promise<Input> => ({ caseId: move.caseId, ...(await writers[move.action]?.(move, actor)) })
