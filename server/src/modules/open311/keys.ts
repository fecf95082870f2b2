import type { PersonActor } from '@xiangli/shared/core/actor'
import type { ApiKey } from '@xiangli/shared/open311/contract'
import { randomToken } from '../../core/crypto/digest'
import { readPage } from '../../core/cursor'
import { newId } from '../../core/ids'
import { defineCommand, defineQuery } from '../../core/operation'
import { services } from '../../core/services'
import { needVisible, personIdOf, within } from '../../core/within'
import { addAccount, namesOf } from '../identity'
import { Keys, type KeyDoc } from './key.model'

const hashOf = (secret: string): string => services().vault.hashToken(`open311:${secret}`)

const presentKeys = async (docs: readonly KeyDoc[]): Promise<ApiKey[]> => {
  const names = await namesOf(docs.map(({ issuedById }) => issuedById))
  return docs.map(({ _id, name, ending, issuedAt, issuedById, revokedAt, reason }) => ({
    id: _id, name, ending, issuedAt: issuedAt.toISOString(), issuedByName: names.get(issuedById) ?? '', revokedAt: revokedAt?.toISOString(), reason,
  }))
}

const presentKey = async (doc: KeyDoc): Promise<ApiKey> => (await presentKeys([doc]))[0]!

interface Issued {
  doc: KeyDoc
  /** Only in the answer to the very request that made it: a replay shows the key without. */
  secret?: string
}

export const issueKey = defineCommand('open311.issueKey', {
  prepare: async () => randomToken(24),
  run: async (ctx, { keyId, name }, secret): Promise<Issued> => {
    const account = await addAccount({ id: newId(ctx.now), name })
    const doc = await Keys.add({
      _id: keyId, county: ctx.county, name, hash: hashOf(secret), ending: secret.slice(-4), accountId: account._id, scopeKeys: [ctx.county],
      issuedAt: ctx.now, issuedById: personIdOf(ctx), revokedAt: null,
    })
    ctx.record({ type: 'apiKey', id: keyId })
    return { doc, secret }
  },
  present: async (_ctx, { doc, secret }) => ({ key: await presentKey(doc), ...(secret ? { secret } : {}) }),
  reload: async (ctx, { id }): Promise<Issued> => ({ doc: needVisible(ctx, await Keys.one({ _id: id })) }),
})

export const revokeKey = defineCommand('open311.revokeKey', {
  run: async (ctx, { keyId, reason }) => {
    const found = needVisible(ctx, await Keys.one({ _id: keyId }))
    // Twice is once: the first reason stays.
    const revoked = await Keys.change({ _id: keyId, revokedAt: null }, { $set: { revokedAt: ctx.now, reason } })
    ctx.record({ type: 'apiKey', id: keyId }, { reason })
    return revoked ?? found
  },
  present: (_ctx, doc) => presentKey(doc),
  reload: async (ctx, { id }) => needVisible(ctx, await Keys.one({ _id: id })),
})

export const listKeys = defineQuery('open311.listKeys', async (ctx, { limit, cursor }) => {
  const { docs, next } = await readPage(Keys, { filter: within(ctx), sort: { direction: -1 }, limit, cursor })
  return { items: await presentKeys(docs), ...(next ? { next } : {}) }
})

const SECRET = /^[\w-]{20,100}$/

/** Whoever a key files for; undefined when it is no use. Asked of the database each time, so that revoking holds at once. */
export const actorOfKey = async (secret: string): Promise<PersonActor | undefined> => {
  if (!SECRET.test(secret)) return undefined
  const key = await Keys.one({ hash: hashOf(secret), revokedAt: null })
  return key ? { kind: 'person', id: key.accountId, county: key.county, name: key.name, appointments: [], isService: true } : undefined
}
