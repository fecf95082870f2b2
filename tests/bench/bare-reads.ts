import type { Collection, MongoClient } from 'mongodb'
import { naturalTime, type WorkingTime } from '@xiangli/shared/calendar/working-time'
import { timeByHolder } from '@xiangli/shared/casework/time-by-holder'

// Rows as they lie in the database: the baseline has no types of its own to keep it honest, the
// bench compares its answers with the server's field by field instead.
// oxlint-disable-next-line typescript/no-explicit-any -- a stand-in for hand-written plain JavaScript
export type Doc = { [field: string]: any; _id: string }

export interface Session { id: string; name: string; posts: Doc[] }
interface Person { name: string; title: string | undefined }

export interface Bare {
  county: string
  client: MongoClient
  of: (name: string) => Collection<Doc>
  regions: ReadonlyMap<string, string>
  units: ReadonlyMap<string, { name: string; parentId?: string }>
  peopleOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, Person>>
  phoneOf: (account: Doc | undefined) => string | undefined
  /** The county's office hours, kept in memory on both sides. */
  work: WorkingTime
  hasJournal: boolean
  hmac: (text: string) => string
  partition: (id: string) => number
  newId: () => string
}

const projection = {
  county: 1, type: 1, typeVersion: 1, serial: 1, requesterId: 1, requesterName: 1, channel: 1, filedById: 1, words: 1, voiceSeconds: 1, photoFileIds: { $slice: 1 },
  receivedAt: 1, state: 1, grade: 1, category: 1, title: 1, place: 1, regionPath: 1, scopeKeys: 1, ownerUnitId: 1, handler: 1,
  asked: 1, answeredAt: 1, closedAt: 1, acceptBy: 1, yellowAt: 1, redAt: 1, remainingMinutes: 1, updatedAt: 1, rev: 1, risk: 1,
}

const labels: Record<string, string> = {
  road: '道路桥涵', water: '饮水灌溉', power: '用电路灯', rubbish: '垃圾污水', land: '土地宅基地', farming: '农业生产', welfare: '低保救助',
  medical: '医保看病', schooling: '上学教育', neighbour: '邻里纠纷', safety: '安全隐患', affairs: '村务意见', other: '其他',
}
const OPEN = new Set(['pending', 'accepted', 'handling', 'answered'])

const colourOf = (row: Doc, now: number): string => {
  if (!OPEN.has(row.state)) return 'none'
  if (!row.redAt) return 'paused'
  if (row.redAt.getTime() <= now) return 'red'
  return row.yellowAt.getTime() <= now ? 'yellow' : 'green'
}

const canOf = (row: Doc, session: Session): string[] => {
  const actions: string[] = []
  const isRequester = row.requesterId === session.id
  const desk = session.posts[0]
  const isDesk = desk?.role === 'townDispatcher'
  const isHandler = row.handler.personId ? row.handler.personId === session.id : row.handler.unitId === desk?.unitId
  const isWorking = row.state === 'accepted' || row.state === 'handling'
  if (isRequester && row.state === 'pending') actions.push('withdraw')
  if ((row.state === 'pending' || isWorking) && isDesk) actions.push('route')
  if (row.state === 'pending' && isDesk) actions.push('decline')
  if (row.state === 'pending' && isHandler) actions.push('accept')
  if ((row.state === 'pending' || isWorking) && (isDesk || isHandler)) actions.push('assign')
  if (isWorking && isHandler) actions.push('handle')
  if ((row.state === 'pending' || isWorking) && isHandler) actions.push('ask')
  if ((row.state === 'pending' || isWorking) && isRequester) actions.push('supplement')
  if (isWorking && isHandler) actions.push('answer')
  if (isWorking && isDesk) actions.push('giveUp')
  if (isRequester && row.state === 'answered') actions.push('rate', 'reopen')
  const isOpen = row.state === 'pending' || isWorking
  if (isWorking && isHandler && row.redAt > new Date()) actions.push('askTime')
  if (isOpen && isDesk) actions.push('listForSupervision')
  if (PUBLIC.has(row.state) && (isDesk || isHandler) && !PRIVATE.has(row.category)) actions.push('publish')
  if (isOpen && isDesk) actions.push('merge', 'whistle')
  if ((isOpen || row.state === 'answered') && isDesk) actions.push('setRisk')
  return actions
}

const PUBLIC = new Set(['accepted', 'handling', 'answered', 'closed', 'unresolvable'])
const PRIVATE = new Set(['welfare', 'medical', 'neighbour', 'affairs'])

const titleOf = (row: Doc): string => {
  if (row.title) return row.title
  const words = row.words?.split(/[\n。！？!?]/)[0]?.trim()
  return words && words.length > 24 ? `${words.slice(0, 24)}…` : (words ?? labels[row.category] ?? '照片反映')
}

const riskOf = (row: Doc, session: Session) => (row.risk && session.posts.length > 0 ? {
  level: row.risk.level, isProposed: row.risk.isProposed, because: (row.risk.because ?? []).map(({ label, value }: Doc) => `${label}${value}`),
} : undefined)

const iso = (at: Date | null): string | undefined => at?.toISOString()

const head = (row: Doc, now: number) => ({
  id: row._id, serial: row.serial, type: row.type, title: titleOf(row),
  category: row.category ?? undefined, categoryLabel: labels[row.category],
  state: row.state, colour: colourOf(row, now), grade: row.grade,
  receivedAt: iso(row.receivedAt), acceptBy: iso(row.acceptBy), yellowAt: iso(row.yellowAt), redAt: iso(row.redAt),
  remainingMinutes: row.remainingMinutes ?? undefined, updatedAt: iso(row.updatedAt), rev: row.rev,
})

const grades = { $in: ['normal', 'urgent'] }
const running = { $in: ['pending', 'accepted', 'handling'] }

export const bareList = async (bare: Bare, session: Session, input: Doc): Promise<string> => {
  const key = input.mine ? `h:${session.id}` : session.posts[0]!.regionId
  const rows = await bare.of('cases')
    .find({ county: bare.county, scopeKeys: key, state: running, grade: grades }, { projection })
    .sort({ redAt: 1, _id: 1 }).limit(21).toArray()
  const people = await bare.peopleOf(rows.flatMap(({ handler }) => handler.personId ?? []))
  const now = Date.now()
  const items = rows.slice(0, 20).map((row) => ({
    ...head(row, now),
    villageName: bare.regions.get(row.place.villageId), gridName: bare.regions.get(row.place.gridId),
    ownerName: bare.units.get(row.ownerUnitId)?.name,
    handlerName: row.handler.personId ? people.get(row.handler.personId)?.name : bare.units.get(row.handler.unitId)?.name,
    handlerIsMe: row.handler.personId === session.id,
    requesterName: row.requesterName, channel: row.channel ?? 'self', filedByMe: row.filedById === session.id, voiceSeconds: row.voiceSeconds, isAsked: row.asked !== null, risk: riskOf(row, session), can: canOf(row, session),
  }))
  const last = rows[19]
  const next = rows.length > 20 ? Buffer.from(JSON.stringify(['redAt+', { at: last!.redAt.getTime() }, last!._id])).toString('base64url') : undefined
  return JSON.stringify({ items, next })
}

const mask = (phone: string | undefined): string | undefined => (phone ? `${phone.slice(0, 3)}****${phone.slice(7)}` : undefined)

interface Shown { row: Doc; history: readonly Doc[]; session: Session }

export const bareView = async (bare: Bare, { row, history, session }: Shown): Promise<string> => {
  const { handler, requesterId } = row
  const reading = bare.of('accounts').find({ county: bare.county, _id: { $in: [requesterId, handler.personId].filter(Boolean) } }).toArray()
  const people = await bare.peopleOf([...history.flatMap(({ byId }) => (byId === requesterId ? [] : byId)), ...(handler.personId ? [handler.personId] : [])])
  const accounts = await reading
  const contact = (id: string) => bare.phoneOf(accounts.find(({ _id }) => _id === id))
  const unit = bare.units.get(handler.unitId)
  const name = (id: string): string => (id !== requesterId ? (people.get(id)?.name ?? '') : id === session.id ? '您' : row.requesterName)
  return JSON.stringify({
    ...head(row, Date.now()),
    words: row.words, photos: [],
    place: {
      ...row.place, villageName: bare.regions.get(row.place.villageId), gridName: bare.regions.get(row.place.gridId),
      townName: bare.regions.get(row.regionPath.split('/')[1]),
    },
    requester: { name: row.requesterName, phone: mask(contact(requesterId)), isMe: requesterId === session.id },
    channel: row.channel ?? 'self', wantsCallBack: row.wantsCallBack === true,
    owner: { unitId: row.ownerUnitId, name: bare.units.get(row.ownerUnitId)?.name },
    handler: {
      unitId: handler.unitId, unitName: unit?.name, personId: handler.personId ?? undefined, name: people.get(handler.personId)?.name ?? unit?.name,
      title: people.get(handler.personId)?.title, phone: handler.personId ? contact(handler.personId) : undefined,
      isMe: handler.personId === session.id, since: iso(handler.since),
    },
    asked: row.asked ? { question: row.asked.question, at: iso(row.asked.at) } : undefined,
    answer: row.answer ? { words: row.answer.words, photos: [], at: iso(row.answer.at), byName: people.get(row.answer.byId)?.name } : undefined,
    rating: row.rating ? { score: row.rating.score, words: row.rating.words, at: iso(row.rating.at) } : undefined,
    rateBy: row.state === 'answered' ? iso(new Date(row.answeredAt.getTime() + 7 * 86_400_000)) : undefined,
    isUnrated: row.isUnrated, reopenedCount: row.reopenedCount, reason: row.reason ?? undefined,
    timeline: history.map((entry) => ({
      n: entry.n, at: iso(entry.at), action: entry.action, byName: name(entry.byId),
      byTitle: entry.byId === requesterId ? undefined : people.get(entry.byId)?.title, byMe: entry.byId === session.id,
      from: entry.from ?? undefined, to: entry.to, words: entry.words, score: entry.score, photos: [],
    })),
    isExtended: row.isExtended ?? undefined, typeVersion: row.typeVersion,
    risk: riskOf(row, session),
    // The same count: what it costs is the matter's, not the server's.
    heldBy: timeByHolder(history as never, new Date(), row.grade === 'normal' ? bare.work : naturalTime).map(({ unitId, minutes }) => ({ unitId, minutes, unitName: bare.units.get(unitId)?.name })),
    can: canOf(row, session),
  })
}

export const bareDetail = async (bare: Bare, session: Session, caseId: string): Promise<string> => {
  const [row, history] = await Promise.all([
    bare.of('cases').findOne({ county: bare.county, _id: caseId }),
    bare.of('case_history').find({ county: bare.county, caseId }).sort({ n: 1 }).limit(200).toArray(),
  ])
  return bareView(bare, { row: row!, history, session })
}
