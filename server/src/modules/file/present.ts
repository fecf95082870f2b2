import { addMinutes } from '@xiangli/shared/core/time'
import type { FileView } from '@xiangli/shared/file/contract'
import { services } from '../../core/services'
import type { FileDoc } from './file.model'
import type { VariantName } from './variants'

/** At least this long; the signer goes up to the full hour, so that a file keeps its link for an hour. */
const LINK_MINUTES = 60

const linkTo = (id: string, variant: VariantName, now: Date): string =>
  services().vault.signLink(`/files/${id}/${variant}`, addMinutes(now, LINK_MINUTES))

/** Only for a reader who has been allowed the record that uses the file: the link opens it by itself. */
export const presentFile = ({ _id, kind, width, height, seconds, waveform }: FileDoc, now: Date): FileView => {
  if (kind === 'photo') {
    const size = width !== undefined && height !== undefined ? { width, height } : {}
    return { id: _id, kind, url: linkTo(_id, 'photo.jpg', now), thumbUrl: linkTo(_id, 'thumb.jpg', now), ...size }
  }
  const heard = { ...(seconds !== undefined ? { seconds } : {}), ...(waveform ? { waveform } : {}) }
  return { id: _id, kind, url: linkTo(_id, 'voice.mp3', now), ...heard }
}
