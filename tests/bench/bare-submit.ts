import { bareView, type Bare, type Doc, type Session } from './bare-reads'

interface Asked { session: Session; input: Doc; key: string }

const BLOCK = 10
const blocks = new Map<string, { next: number; end: number }>()

const serialOf = async (bare: Bare, town: string): Promise<string> => {
  let block = blocks.get(town)
  while (!block || block.next > block.end) {
    const row = await bare.of('serials').findOneAndUpdate({ _id: `bare:${town}` }, { $inc: { next: BLOCK } }, { upsert: true, returnDocument: 'after' })
    block = { next: row!.next - BLOCK + 1, end: row!.next }
    blocks.set(town, block)
  }
  const number = block.next
  block.next += 1
  return `B${town}-${number}`
}

const maskName = (name: string): string => `${name.slice(0, 1)}${'*'.repeat(name.length - 1)}`

/** The bench tells the baseline the grid; finding it from the point is part of what the server pays for. */
const recordOf = async (bare: Bare, { session, input }: Asked): Promise<Doc> => {
  const { villageId, townId, gridId, path } = input.spot
  const post = (await bare.of('appointments').find({
    county: bare.county, regionId: gridId, role: 'gridMember', from: { $lte: new Date() }, $or: [{ to: null }, { to: { $gt: new Date() } }],
  }).sort({ from: 1, _id: 1 }).limit(20).toArray())[0]
  const isSuspended = post && (await bare.of('accounts').find({ county: bare.county, _id: { $in: [post.accountId] }, isSuspended: true }, { projection: { _id: 1 } }).toArray()).length > 0
  const receivedAt = new Date()
  const committee = `committee-${villageId}`
  const personId = isSuspended ? null : (post?.accountId ?? null)
  return {
    _id: input.caseId, county: bare.county, type: 'complaint', typeVersion: 1, serial: await serialOf(bare, townId),
    requesterId: session.id, requesterName: maskName(session.name), photoFileIds: [], receivedAt, words: input.words,
    state: 'pending', grade: 'normal', category: input.category, title: null,
    place: { by: 'point', villageId, gridId, point: input.place.point }, regionPath: path,
    scopeKeys: [...path.split('/').filter(Boolean), ...path.split('/').filter(Boolean).map((id: string) => `dept-transport@${id}`), `h:${personId ?? committee}`],
    ownerUnitId: committee, handler: { unitId: committee, personId, since: receivedAt },
    asked: null, answer: null, answeredAt: null, rating: null, isUnrated: false, reopenedCount: 0, closedAt: null, reason: null, updatedAt: receivedAt,
    acceptBy: new Date(receivedAt.getTime() + 86_400_000), yellowAt: new Date(receivedAt.getTime() + 6 * 86_400_000),
    redAt: new Date(receivedAt.getTime() + 7 * 86_400_000), remainingMinutes: null, rev: 1,
    limitFrom: receivedAt, limitMinutes: 2_940, nextAt: new Date(receivedAt.getTime() + 86_400_000), merged: null, childCount: 0,
    warnedFor: null, called: null, escalatedFor: null, supervision: null, leader: null, pause: null, pausedMinutes: 0, timeRequest: null, isExtended: false,
    callBackAt: null, callBack: null, calledFor: null, hearing: null, returns: null, calledUnits: [], about: null,
  }
}

const entryOf = (bare: Bare, record: Doc): Doc => {
  const { _id, county, requesterId, receivedAt, words } = record
  const { type: _type, typeVersion: _version, serial: _serial, requesterName: _name, photoFileIds: _photos, rev: _rev, ...set } = record
  for (const field of ['_id', 'county', 'requesterId', 'receivedAt', 'words']) delete (set as Doc)[field]
  return { _id: bare.newId(), county, caseId: _id, n: 1, action: 'submit', at: receivedAt, byId: requesterId, from: null, to: 'pending', words, set }
}

const journalOf = (bare: Bare, record: Doc, { session, input, key }: Asked): Doc => ({
  _id: bare.newId(), county: bare.county, at: record.receivedAt, actorKind: 'person', actorId: session.id, operation: 'casework.submit', key,
  digest: bare.hmac(JSON.stringify(input)), scopeKeys: record.regionPath.split('/').filter(Boolean), targets: [{ type: 'case', id: record._id, rev: 1 }],
  outcome: 'done', trace: bare.newId(), origin: bare.newId(),
  events: [{ name: 'casework.submitted', id: record._id, rev: 1, persons: [session.id, record.handler.personId], staff: { operation: 'casework.listCases', scopeKeys: record.scopeKeys } }],
  // As much to write as a partition, but under a name no dispatcher looks for: reactions are the server's own.
  unwatched: bare.partition(record._id),
})

export const bareSubmit = async (bare: Bare, asked: Asked): Promise<string> => {
  const record = await recordOf(bare, asked)
  const entry = entryOf(bare, record)
  const session = bare.client.startSession()
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } })
    await bare.of('cases').insertOne(record, { session })
    await bare.of('case_history').insertOne(entry, { session })
    if (bare.hasJournal) await bare.of('journal').insertOne(journalOf(bare, record, asked), { session })
    await session.commitTransaction()
  } finally {
    await session.endSession()
  }
  return bareView(bare, { row: record, history: [entry], session: asked.session })
}
