import { Text, View } from '@tarojs/components'
import { usePlayer } from '@/hooks/use-player'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './VoiceNote.scss'

interface VoiceNoteProps {
  url: string
  seconds: number
  /** Peaks 0..1; a note not yet sent has none and is drawn even. */
  waveform?: readonly number[]
  onRemove?: () => void
}

const BARS = 32

/** As many peaks as fit, the largest of each stretch. */
function barsOf(waveform: readonly number[] | undefined): number[] {
  if (!waveform?.length) return Array.from({ length: BARS }, (_, index) => 0.3 + 0.25 * Math.abs(Math.sin(index * 1.7)))
  const stretch = waveform.length / BARS
  return Array.from({ length: BARS }, (_, index) => {
    const part = waveform.slice(Math.floor(index * stretch), Math.max(Math.floor((index + 1) * stretch), Math.floor(index * stretch) + 1))
    return Math.max(...part, 0)
  })
}

export function VoiceNote({ url, seconds, waveform, onRemove }: VoiceNoteProps) {
  const { isPlaying, share, toggle } = usePlayer(url, seconds)
  return (
    <View className="voice">
      <Tap className="voice-play" label={isPlaying ? '停下' : `听语音，${Math.round(seconds)} 秒`} onTap={toggle}>
        <Icon name={isPlaying ? 'stop' : 'play'} size="s" />
      </Tap>
      <View className="voice-wave" aria-hidden="true">
        {barsOf(waveform).map((peak, index) => (
          <View key={index} className={`voice-bar${isPlaying && index / BARS > share ? ' later' : ''}`} style={{ height: `${Math.round(14 + peak * 86)}%` }} />
        ))}
      </View>
      <Text className="voice-length">{Math.max(1, Math.round(seconds))}″</Text>
      {onRemove && <Tap className="voice-remove" label="删掉这段语音" onTap={onRemove}><Icon name="close" size="s" /></Tap>}
    </View>
  )
}
