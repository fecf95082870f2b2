import type { PersonActor } from '@xiangli/shared/core/actor'
import { now } from '../../core/clock'
import { execute } from '../../core/execute'
import { AppError } from '../../core/fail'
import { newId } from '../../core/ids'
import { actorOf } from '../../modules/identity'
import type { Account } from '../organisation/staff'
import { drawPicture, type Picture } from '../pictures/draw'
import { speechLike } from '../voices/speech'

/** As the person stands now: with the appointments in force at the story's moment. */
export const asActor = (account: Account): Promise<PersonActor> => actorOf(account)

const upload = async (account: Account, { kind, bytes }: { kind: 'photo' | 'voice'; bytes: Buffer }): Promise<string> => {
  const fileId = newId(now())
  const actor = await asActor(account)
  await execute({ operation: 'file.upload', input: { fileId, kind }, actor, trace: newId(now()), attachment: { bytes } })
  return fileId
}

export const uploadPicture = async (account: Account, picture: Picture): Promise<string[]> => [
  await upload(account, { kind: 'photo', bytes: await drawPicture(picture) }),
]

/** A machine without ffmpeg cannot keep a voice; the story is then told in words. */
export const uploadVoice = async (account: Account, { seconds, seed }: { seconds: number; seed: number }) => {
  try {
    return { voiceFileId: await upload(account, { kind: 'voice', bytes: speechLike(seconds, seed) }) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'core.unavailable') return { words: '（语音）路不好走，请来看一下。' }
    throw error
  }
}
