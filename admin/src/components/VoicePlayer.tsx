import { useRef, useState } from 'react'
import { Icon } from './Icon'
import './kit.css'
import { clipWords } from './time-words'

type Props = { url: string; seconds: number; peaks: number[]; label: string }

const BARS = 40

/** As many bars as fit, each the loudest of its stretch. */
function barsOf(peaks: number[]): number[] {
  if (peaks.length <= BARS) return peaks
  const each = peaks.length / BARS
  return Array.from({ length: BARS }, (_, n) => Math.max(...peaks.slice(Math.floor(n * each), Math.ceil((n + 1) * each))))
}

/** A voice note: one button, its shape, how far it is, how long it is. */
export function VoicePlayer({ url, seconds, peaks, label }: Props) {
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const [at, setAt] = useState(0)

  const toggle = () => {
    const sound = audio.current
    if (!sound) return
    if (!sound.paused) return sound.pause()
    setFailed(false)
    sound.play().catch(() => setFailed(true))
  }
  const seek = (to: number) => {
    setAt(to)
    if (audio.current) audio.current.currentTime = to
  }

  return (
    <div className="voice" role="group" aria-label={label}>
      <audio
        ref={audio} src={url} preload="none"
        onPlay={() => setPlaying(true)} onPause={() => setPlaying(false)} onError={() => setFailed(true)}
        onEnded={() => setAt(0)} onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
      <button type="button" onClick={toggle} aria-label={isPlaying ? '停一下' : '听语音'}>
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <div className={peaks.length > 0 ? 'voice-line shaped' : 'voice-line'}>
        <Bars bars={barsOf(peaks)} share={at / Math.max(seconds, 0.1)} />
        <input
          type="range" min={0} max={Math.max(seconds, 1)} step={0.1} value={Math.min(at, seconds)} aria-label="听到哪里"
          aria-valuetext={`${clipWords(at)}，共 ${clipWords(seconds)}`} onChange={(event) => seek(Number(event.target.value))}
        />
      </div>
      <span className="second">{isPlaying || at > 0 ? `${clipWords(at)} / ` : ''}{clipWords(seconds)}</span>
      {hasFailed && <p className="tiny" role="alert">语音没放出来，请刷新页面再听。</p>}
    </div>
  )
}

function Bars({ bars, share }: { bars: number[]; share: number }) {
  return (
    <span className="voice-bars" aria-hidden="true">
      {bars.map((peak, n) => (
        <i key={n} className={n / bars.length < share ? 'heard' : ''} style={{ height: `${Math.max(10, Math.round(peak * 100))}%` }} />
      ))}
    </span>
  )
}
