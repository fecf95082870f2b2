import type { EventName } from '@xiangli/shared/catalog/events'
import { cut } from '@xiangli/shared/core/words'
import { stillCalled } from '@xiangli/shared/casework/whistle'
import { hearersOf } from '@xiangli/shared/casework/channels'
import { limitWords } from '@xiangli/shared/casework/moved-words'
import type { CommandReaction, Occurred, Reaction } from '../../core/module'
import { parentUnit } from '../region'
import { deskOf, staffOver } from './assignees'
import { backupFor } from './backup'
import type { CaseDoc } from './case.model'
import { tellFollowers } from './followers'
import { keepPlaces } from './places'
import { titleFor } from './present/summary'
import { tellFollowers as tellPublicFollowers } from './public/follow'
import { refreshPublic } from './public/keep-public'
import { recordAt } from './record-at'
import { countSupporters } from './supporters'
import { triagePeople } from './triage/desk'

interface Told {
  who: 'requester' | 'head' | 'handler' | 'owner' | 'superior' | 'formerLeader' | 'backup' | 'called' | 'caller' | 'triageDesk' | 'urgentTriageDesk'
  kind: 'todo' | 'progress'
  title: (about: string) => string
}

/** Who is told what of each event: the one to act gets 待办, the other hears how it goes. */
export const told: Partial<Record<EventName, readonly Told[]>> = {
  'casework.submitted': [{ who: 'handler', kind: 'todo', title: (about) => `新事项：${about}` }],
  'casework.withdrawn': [{ who: 'handler', kind: 'progress', title: (about) => `已撤回：${about}` }],
  'casework.routed': [
    { who: 'handler', kind: 'todo', title: (about) => `转来事项：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `已转办：${about}` },
  ],
  'casework.assigned': [
    { who: 'handler', kind: 'todo', title: (about) => `交给您办：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `换人办理：${about}` },
  ],
  'casework.accepted': [{ who: 'requester', kind: 'progress', title: (about) => `有人在办了：${about}` }],
  'casework.handled': [{ who: 'requester', kind: 'progress', title: (about) => `有新进展：${about}` }],
  'casework.asked': [{ who: 'requester', kind: 'todo', title: (about) => `请补充情况：${about}` }],
  'casework.supplemented': [{ who: 'handler', kind: 'todo', title: (about) => `已补充情况：${about}` }],
  'casework.answered': [{ who: 'requester', kind: 'todo', title: (about) => `办好了吗：${about}` }],
  'casework.rated': [{ who: 'handler', kind: 'progress', title: (about) => `已评价：${about}` }],
  'casework.reopened': [
    { who: 'handler', kind: 'todo', title: (about) => `说没办好，请重办：${about}` },
    { who: 'owner', kind: 'todo', title: (about) => `没办好，升一级由您负责：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `已由上一级负责重办：${about}` },
  ],
  'casework.hearingCalled': [
    { who: 'owner', kind: 'todo', title: (about) => `多次没办好，请开听证会：${about}` },
    { who: 'handler', kind: 'progress', title: (about) => `要开听证会：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `要开听证会：${about}` },
  ],
  'casework.hearingHeld': [
    { who: 'handler', kind: 'todo', title: (about) => `听证会开过了，请按定的办：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `听证会开过了：${about}` },
  ],
  'casework.answerReported': [{ who: 'head', kind: 'todo', title: (about) => `答复等您签字：${about}` }],
  'casework.answerRefused': [{ who: 'handler', kind: 'todo', title: (about) => `负责人让再改答复：${about}` }],
  'casework.limitMoved': [
    { who: 'handler', kind: 'progress', title: (about) => `县里改了时限：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `办理时间有变：${about}` },
  ],
  'casework.declined': [{ who: 'requester', kind: 'progress', title: (about) => `不予受理：${about}` }],
  'casework.gaveUp': [{ who: 'requester', kind: 'progress', title: (about) => `确实办不了：${about}` }],
  'casework.timeAsked': [{ who: 'superior', kind: 'todo', title: (about) => `申请暂停或延期，请答复：${about}` }],
  'casework.timeGranted': [
    { who: 'handler', kind: 'progress', title: (about) => `申请已同意：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `办理时间有变：${about}` },
  ],
  'casework.timeRefused': [{ who: 'handler', kind: 'progress', title: (about) => `申请没有同意：${about}` }],
  'casework.resumed': [
    { who: 'handler', kind: 'todo', title: (about) => `恢复办理：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `恢复办理：${about}` },
  ],
  'casework.listedForSupervision': [
    { who: 'owner', kind: 'todo', title: (about) => `挂牌督办，请反馈：${about}` },
    { who: 'handler', kind: 'progress', title: (about) => `被挂牌督办：${about}` },
  ],
  'casework.chargeTaken': [{ who: 'requester', kind: 'progress', title: (about) => `领导包案：${about}` }],
  'casework.chargeReplaced': [
    { who: 'formerLeader', kind: 'progress', title: (about) => `您包的案，由别的领导接着包：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `换了领导包案：${about}` },
  ],
  'casework.feedbackFiled': [{ who: 'requester', kind: 'progress', title: (about) => `负责单位说明了情况：${about}` }],
  'casework.warned': [{ who: 'handler', kind: 'todo', title: (about) => `快到时限：${about}` }],
  'casework.backupCalled': [{ who: 'backup', kind: 'todo', title: (about) => `还没有人受理，请您接手：${about}` }],
  'casework.escalated': [
    { who: 'owner', kind: 'todo', title: (about) => `督办：${about}` },
    { who: 'handler', kind: 'todo', title: (about) => `已超期，升级督办：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `超期了，已由上一级负责：${about}` },
  ],
  'casework.disowned': [
    { who: 'handler', kind: 'progress', title: (about) => `已撤销，不用办了：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `您代为反映的已撤销：${about}` },
  ],
  'casework.unmerged': [
    { who: 'handler', kind: 'todo', title: (about) => `拆出来单独办：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `改为单独办理：${about}` },
  ],
  'casework.published': [{ who: 'requester', kind: 'progress', title: (about) => `大家能看到进展了：${about}` }],
  'casework.unpublished': [{ who: 'requester', kind: 'progress', title: (about) => `不再公开：${about}` }],
  'casework.whistled': [
    { who: 'called', kind: 'todo', title: (about) => `请你们一起办，请报到：${about}` },
    { who: 'handler', kind: 'progress', title: (about) => `请了几家一起办：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `请了几家一起办：${about}` },
  ],
  'casework.arrived': [{ who: 'caller', kind: 'progress', title: (about) => `请的单位报到了：${about}` }],
  'casework.resultReported': [
    { who: 'caller', kind: 'progress', title: (about) => `请的单位报了结果：${about}` },
    { who: 'handler', kind: 'progress', title: (about) => `请的单位报了结果：${about}` },
  ],
  'casework.lateArrival': [
    { who: 'caller', kind: 'todo', title: (about) => `请的单位到时没报到：${about}` },
    { who: 'called', kind: 'todo', title: (about) => `已过报到时间：${about}` },
  ],
  'casework.returned': [
    { who: 'handler', kind: 'todo', title: (about) => `退回来了，请重新定：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `换单位办，正在重新转：${about}` },
  ],
  'casework.arbitrated': [
    { who: 'handler', kind: 'todo', title: (about) => `裁定由你们办，不能再退：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `上级定了由谁办：${about}` },
  ],
  'casework.arbitrationRaised': [
    { who: 'handler', kind: 'todo', title: (about) => `到期没有裁定，请定由谁办：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `到期没定下由谁办，已交上一级：${about}` },
  ],
  // What is not urgent waits in a list whose number stands in the menu: a flood of rubbish must not fill an inbox.
  'casework.leftForTriage': [{ who: 'urgentTriageDesk', kind: 'todo', title: (about) => `紧急，请先核实：${about}` }],
  'casework.triageRaised': [{ who: 'triageDesk', kind: 'todo', title: (about) => `过了核实时限，请核实：${about}` }],
  'casework.admitted': [
    { who: 'handler', kind: 'todo', title: (about) => `新事项（已核实）：${about}` },
    { who: 'requester', kind: 'progress', title: (about) => `核实后收下了：${about}` },
  ],
  'casework.turnedAway': [{ who: 'requester', kind: 'progress', title: (about) => `核实后没有收：${about}` }],
  'casework.released': [{ who: 'handler', kind: 'todo', title: (about) => `转写好了，请交办：${about}` }],
  'casework.closedUnrated': [{ who: 'requester', kind: 'progress', title: (about) => `已自动办结：${about}` }],
}

/** A limit that moved is told with the day it moved to, or the news helps nobody. */
const newLimit = (record: CaseDoc, at: Date): string => [`编号 ${record.serial}`, limitWords(record, at)].filter(Boolean).join('，')

const bodies: Partial<Record<EventName, (record: CaseDoc, at: Date) => string | null>> = {
  'casework.limitMoved': newLimit,
  'casework.timeGranted': newLimit,
  'casework.resumed': newLimit,
  'casework.asked': (record) => record.asked?.question ?? null,
  'casework.answered': (record) => record.answer?.words ?? null,
  'casework.declined': (record) => record.reason,
  'casework.gaveUp': (record) => record.reason,
  'casework.disowned': (record) => record.reason,
  'casework.turnedAway': (record) => record.reason,
}

const peopleFor = async (who: Told['who'], { record, at }: { record: CaseDoc; at: Date }): Promise<string[]> => {
  // Of a sealed case they are told apart, without its words.
  if (who === 'requester') return record.names === 'sealed' ? [] : hearersOf(record)
  if (who === 'formerLeader') return record.leader?.before ? [record.leader.before] : []
  if (who === 'head') return record.signing ? staffOver(record, { unitIds: [record.signing.unitId], operation: 'casework.signAnswer', at }) : []
  if (who === 'owner') return staffOver(record, { unitIds: [record.ownerUnitId], operation: 'casework.fileFeedback', at })
  if (who === 'superior') return staffOver(record, { unitIds: [parentUnit(record.ownerUnitId)?.id ?? record.ownerUnitId], operation: 'casework.grantTime', at })
  if (who === 'caller') return [...new Set(record.calledUnits.map(({ byId }) => byId))]
  if (who === 'called') return staffOver(record, { unitIds: stillCalled(record).filter(({ arrivedAt }) => !arrivedAt).map(({ unitId }) => unitId), operation: 'casework.arrive', at })
  if (who === 'backup') return backupFor(record, at)
  if (who === 'triageDesk') return triagePeople(record, at)
  if (who === 'urgentTriageDesk') return record.grade === 'urgent' ? triagePeople(record, at) : []
  const { personId } = record.handler
  // A committee's people have a grid each: the title is for those who may open the case.
  const people = await deskOf(record, at)
  // Whoever has left the post hears no more of it; the desk does, or the case would lie in silence.
  return personId && people.includes(personId) ? [personId] : people
}

const decide: CommandReaction['decide'] = async ({ event, row }: Occurred) => {
  const record = await recordAt(event)
  if (!record) return null
  const body = cut(bodies[event.name]?.(record, row.at) ?? `编号 ${record.serial}`, 200)
  const about = cut(titleFor(record), 40)
  const notices = []
  for (const { who, kind, title } of told[event.name] ?? []) {
    // Nobody is told of what they did themselves.
    const people = [...new Set(await peopleFor(who, { record, at: row.at }))].filter((id) => id !== row.actorId)
    notices.push(...people.map((to) => ({ to, kind, title: title(about), body, about: { type: 'case' as const, id: record._id } })))
  }
  return notices.length > 0 ? { operation: 'notice.deliver', input: { eventId: row._id, notices } } : null
}

export const reactions: readonly Reaction[] = [
  { kind: 'command', name: 'casework.tell', on: Object.keys(told) as EventName[], decide },
  tellFollowers,
  tellPublicFollowers,
  keepPlaces,
  countSupporters,
  refreshPublic,
]
