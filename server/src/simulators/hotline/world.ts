import type { CalledBack, PlatformState } from '@xiangli/shared/hotline/states'

export interface GivenOrder {
  number: string
  issuedAt: string
  words: string
  [field: string]: string | undefined
}

interface Held {
  order: GivenOrder
  state: PlatformState
  due: string | undefined
  reply?: { isDone: boolean; words: string }
}

export interface CallBack {
  id: string
  number: string
  satisfied: CalledBack
  words?: string | undefined
  at: string
}

/** How the platform decides the next returns and extensions. */
export interface Mood {
  agrees: boolean
  reason?: string | undefined
}

export interface Answer {
  status: number
  body: Record<string, unknown>
}

/** Everything the simulated 12345 platform remembers, in memory. */
export const createWorld = ({ token }: { token: string }) => {
  const orders = new Map<string, Held>()
  const callBacks: CallBack[] = []
  const answered = new Map<string, Answer>()
  const heard: { kind: string; number: string; messageId: string }[] = []
  const mood: Record<'return' | 'extension', Mood> = { return: { agrees: true }, extension: { agrees: true } }
  return {
    token,
    orders,
    callBacks,
    mood,
    heard,
    /** Lists come twice and backwards while this is set. */
    unruly: { isOn: false },
    give: (order: GivenOrder) => void orders.set(order.number, { order, state: orders.get(order.number)?.state ?? 'issued', due: order.due }),
    /** A message id that was answered before is answered so again, and nothing is done. */
    once: (messageId: string, work: () => Answer): Answer => {
      const answer = answered.get(messageId) ?? work()
      answered.set(messageId, answer)
      return answer
    },
  }
}

export type World = ReturnType<typeof createWorld>
