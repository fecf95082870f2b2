import type { ErrorCode } from '@xiangli/shared/catalog/errors'
import { normalisePhoto, type PhotoFailure } from '../../adapters/media/photo'
import { normaliseVoice, type VoiceFailure } from '../../adapters/media/voice'
import { fail } from '../../core/fail'
import type { FileDoc } from './file.model'
import type { VariantName } from './variants'

const REFUSALS: Record<PhotoFailure | VoiceFailure, ErrorCode> = {
  tooLarge: 'file.tooLarge',
  notAPhoto: 'file.notAPhoto',
  notAudio: 'file.notAudio',
  damaged: 'file.damaged',
  tooShort: 'file.tooShort',
  tooLong: 'file.tooLong',
  unavailable: 'core.unavailable',
}

export interface Normalised {
  facts: Pick<FileDoc, 'width' | 'height' | 'seconds' | 'waveform'>
  parts: [VariantName, Buffer][]
}

const photo = async (bytes: Buffer): Promise<Normalised> => {
  const result = await normalisePhoto(bytes)
  if (!result.ok) return fail(REFUSALS[result.reason])
  const { width, height, bytes: full, thumb } = result.photo
  return { facts: { width, height }, parts: [['photo.jpg', full], ['thumb.jpg', thumb.bytes]] }
}

const voice = async (bytes: Buffer): Promise<Normalised> => {
  const result = await normaliseVoice(bytes)
  if (!result.ok) return fail(REFUSALS[result.reason])
  const { seconds, waveform, bytes: mp3 } = result.voice
  return { facts: { seconds, waveform }, parts: [['voice.mp3', mp3]] }
}

/** Made anew from what it shows or says, so that nothing hidden in the sent bytes is kept. */
export const normalise = (kind: FileDoc['kind'], bytes: Buffer): Promise<Normalised> => (kind === 'photo' ? photo(bytes) : voice(bytes))
