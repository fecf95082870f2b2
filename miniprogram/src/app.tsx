import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { drawRandomness } from './services/ids'
import { startLive } from './services/live'
import { followSystem, paintWindow } from './services/look'
import { followNetwork } from './services/network'
import { followPrivacy } from './services/privacy'
import { flush, keepSending } from './services/queue/send'
import { startSession } from './services/session'
import { startUnread } from './services/unread'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    void drawRandomness()
    followSystem()
    paintWindow()
    followNetwork()
    followPrivacy()
    keepSending()
    startUnread()
    void startSession().then(startLive)
  })
  useDidShow(() => void flush())
  return children
}
