import { fail } from '../../core/fail'
import type { Context } from '../../core/operation'
import { claimFiles } from '../file'

interface Said {
  photoFileIds?: readonly string[] | undefined
  voiceFileId?: string | undefined
}

/** Takes what was said with a step into use: photos as photos and the voice as a voice, or nothing. */
export const claimSaid = async (ctx: Context, caseId: string, { photoFileIds = [], voiceFileId }: Said): Promise<void> => {
  // One id under both would be looked at as the voice it is, and stay among the photos.
  if (voiceFileId && photoFileIds.includes(voiceFileId)) fail('file.notYours', { field: 'photoFileIds' })
  const ids = [...photoFileIds, ...(voiceFileId ? [voiceFileId] : [])]
  const claimed = await claimFiles(ids, { type: 'case', id: caseId }, ctx.actor.id)
  const wrong = claimed.find(({ id, kind }) => kind !== (id === voiceFileId ? 'voice' : 'photo'))
  if (wrong) fail('file.notYours', { field: wrong.id === voiceFileId ? 'voiceFileId' : 'photoFileIds' })
}
