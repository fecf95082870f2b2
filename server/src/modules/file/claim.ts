import type { FileView } from '@xiangli/shared/file/contract'
import { now } from '../../core/clock'
import { fail } from '../../core/fail'
import { Files, type Claim, type FileDoc } from './file.model'
import { presentFile } from './present'

export type ClaimedFile = Pick<FileDoc, 'kind' | 'seconds'> & { id: string }

const isSame = (claim: Claim, target: Claim): boolean => claim.type === target.type && claim.id === target.id

/**
 * Takes files into use, in the caller's transaction. Each must have been uploaded by this person and be
 * free or already in use by this very record; otherwise nothing is taken. Answers in the order asked.
 */
export const claimFiles = async (ids: readonly string[], target: Claim, uploaderId: string): Promise<ClaimedFile[]> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await Files.list({ _id: { $in: wanted }, uploaderId }, { projection: { kind: 1, seconds: 1, claim: 1 } })
  const byId = new Map(found.filter(({ claim }) => !claim || isSame(claim, target)).map((file) => [file._id, file]))
  const free = found.filter(({ claim }) => claim === null).map(({ _id }) => _id)
  const taken = free.length > 0 ? await Files.changeMany({ _id: { $in: free }, claim: null }, { $set: { claim: target } }) : 0
  if (byId.size < wanted.length || taken < free.length) return fail('file.notYours')
  return wanted.flatMap((id) => {
    const file = byId.get(id)
    return file ? [{ id, kind: file.kind, ...(file.seconds === undefined ? {} : { seconds: file.seconds }) }] : []
  })
}

/** Who sent them is forgotten: from now on they are of whoever claimed them under that name. */
export const claimedBy = async (ids: readonly string[], target: Claim, name: string): Promise<void> => {
  if (ids.length > 0) await Files.changeMany({ _id: { $in: [...ids] }, 'claim.type': target.type, 'claim.id': target.id }, { $set: { uploaderId: name } })
}

/** Gives files up again; they are swept like any that nothing uses. */
export const releaseFiles = async (ids: readonly string[], target: Claim): Promise<void> => {
  if (ids.length === 0) return
  await Files.changeMany({ _id: { $in: [...ids] }, 'claim.type': target.type, 'claim.id': target.id }, { $set: { claim: null } })
}

/** Views with links, by id; ids that name nothing are left out. One read however many are asked. */
export const fileViews = async (ids: readonly string[]): Promise<Map<string, FileView>> => {
  if (ids.length === 0) return new Map()
  const files = await Files.list({ _id: { $in: [...new Set(ids)] } })
  const at = now()
  return new Map(files.map((file) => [file._id, presentFile(file, at)]))
}
