/** What the first bytes say; names and declared types are never believed. */
const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean => {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'gif'

export const sniffPhoto = (bytes: Uint8Array): PhotoFormat | null => {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpeg'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp'
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'gif'
  return null
}

/** The names are ffmpeg's demuxers, so that a file is read as what it is and never guessed at again. */
export type VoiceFormat = 'mp3' | 'aac' | 'mov' | 'matroska' | 'wav' | 'amr' | 'ogg'

/** An MPEG audio frame header: sync, layer III, a bitrate and a sample rate that exist. */
const isMp3Frame = (bytes: Uint8Array): boolean => {
  const [sync = 0, kind = 0, rates = 0] = bytes
  return sync === 0xff && (kind & 0xe6) === 0xe2 && (kind & 0x18) !== 0x08 && rates >> 4 !== 15 && (rates & 0x0c) !== 0x0c
}

export const sniffVoice = (bytes: Uint8Array): VoiceFormat | null => {
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0) return 'aac'
  if (startsWith(bytes, 'ID3') || isMp3Frame(bytes)) return 'mp3'
  if (startsWith(bytes, 'ftyp', 4)) return 'mov'
  if (startsWith(bytes, '\x1a\x45\xdf\xa3')) return 'matroska'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return 'wav'
  if (startsWith(bytes, '#!AMR\n') || startsWith(bytes, '#!AMR-WB\n')) return 'amr'
  if (startsWith(bytes, 'OggS')) return 'ogg'
  return null
}
