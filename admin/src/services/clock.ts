import { useSyncExternalStore } from 'react'

const STEP = 20_000
const listeners = new Set<() => void>()
let offset = 0
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  now = Date.now() + offset
  listeners.forEach((listener) => listener())
}

/** Old office computers drift by minutes; deadlines follow the server's clock instead. */
export function learnServerTime(serverNow: number) {
  const learned = serverNow - Date.now()
  if (Math.abs(learned - offset) < 2_000) return
  offset = learned
  tick()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, STEP)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

export const useNow = () => useSyncExternalStore(subscribe, () => now)
