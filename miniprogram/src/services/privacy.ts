import Taro from '@tarojs/taro'
import { create } from 'zustand'

type Answer = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void

/** The button WeChat watches: only a tap on it counts as agreeing. */
export const AGREE_BUTTON = 'agree-privacy'

export const usePrivacy = create<{ isAsked: boolean }>(() => ({ isAsked: false }))

let waiting: Answer[] = []

/** WeChat calls back before the first use of camera, microphone or place, and waits for an answer. */
export function followPrivacy() {
  if (process.env.TARO_ENV !== 'weapp') return
  // Older WeChats have no such question.
  Taro.onNeedPrivacyAuthorization?.((answer: Answer) => {
    waiting.push(answer)
    answer({ event: 'exposureAuthorization' })
    usePrivacy.setState({ isAsked: true })
  })
}

export function answerPrivacy(event: 'agree' | 'disagree') {
  waiting.forEach((answer) => answer({ event, ...(event === 'agree' && { buttonId: AGREE_BUTTON }) }))
  waiting = []
  usePrivacy.setState({ isAsked: false })
}
