import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { useRecorder, type Recording } from '@/hooks/use-recorder'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './HoldToTalk.scss'

interface HoldToTalkProps {
  onDone: (recording: Recording) => void
  words?: string
  /** The elder home's large card instead of the bar. */
  isCard?: boolean
}

const A_TAP = 350
const web = process.env.TARO_ENV === 'h5'

/** Hold and let go, or tap once to begin and once to end: not every thumb can hold for a minute. */
export function HoldToTalk({ onDone, words = '按住说话', isCard = false }: HoldToTalkProps) {
  const { phase, seconds, begin, end } = useRecorder(onDone)
  const pressedAt = useRef(0)
  const down = () => {
    if (phase !== 'idle') { pressedAt.current = 0; return end() }
    pressedAt.current = Date.now()
    begin()
  }
  const up = () => {
    if (pressedAt.current && Date.now() - pressedAt.current > A_TAP) end()
    pressedAt.current = 0
  }
  const toggle = () => (phase === 'idle' ? begin() : end())
  const said = phase === 'recording' ? `${seconds}″` : phase === 'asking' ? '正在打开话筒' : words
  const hint = phase === 'recording' ? '松开就存好，或再点一下' : '有啥事，说就行'
  // A mouse holds like a thumb; touch devices send no mouse events after a prevented touch.
  const mouse = web && { onMouseDown: down, onMouseUp: up, onMouseLeave: up }
  const frame = isCard ? 'say' : 'hold'
  return (
    <Tap label={phase === 'recording' ? `正在录，${seconds} 秒，点一下停` : words} className="hold-tap" onKey={toggle}>
      <View
        id="hold-to-talk" className={`${frame}${phase === 'recording' ? ' live' : ''}`} {...mouse}
        onTouchStart={(event) => { event.preventDefault?.(); down() }} onTouchEnd={up} onTouchCancel={up}
      >
        <View className="hold-mic"><Icon name="mic" size={isCard ? 'xl' : 'l'} /></View>
        <View><Text className="hold-words">{said}</Text>{isCard && <View className="hold-hint">{hint}</View>}</View>
        {phase === 'recording' && <View className="hold-level" style={{ width: `${Math.min(100, (seconds / 60) * 100)}%` }} />}
      </View>
    </Tap>
  )
}
