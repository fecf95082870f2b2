import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { absolute } from '@/services/origin'
import { tell } from '@/services/tell'

let silenceOther: (() => void) | undefined

/** Plays one voice note; starting another stops it. */
export function usePlayer(url: string, seconds: number) {
  const [isPlaying, setPlaying] = useState(false)
  const [share, setShare] = useState(0)
  const audio = useRef<Taro.InnerAudioContext>()

  useEffect(() => () => { audio.current?.destroy(); audio.current = undefined }, [url])

  const open = () => {
    const context = Taro.createInnerAudioContext()
    const rest = () => { setPlaying(false); setShare(0) }
    context.src = absolute(url)
    context.onTimeUpdate(() => setShare(Math.min(1, context.currentTime / Math.max(seconds, 0.1))))
    context.onEnded(rest)
    context.onStop(rest)
    context.onError(() => { rest(); tell('这段语音没放出来，请再试一次') })
    return context
  }
  const toggle = () => {
    const context = (audio.current ??= open())
    if (isPlaying) return context.stop()
    silenceOther?.()
    silenceOther = () => context.stop()
    context.play()
    setPlaying(true)
    return undefined
  }
  return { isPlaying, share, toggle }
}
