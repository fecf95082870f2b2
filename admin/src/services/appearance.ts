import { useSyncExternalStore } from 'react'

export type Appearance = 'light' | 'dark'

const KEY = 'xl.appearance'
const listeners = new Set<() => void>()

function stored(): Appearance {
  const saved = localStorage.getItem(KEY)
  if (saved === 'light' || saved === 'dark') return saved
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

let current: Appearance = stored()

export function applyAppearance() {
  document.documentElement.classList.toggle('dark', current === 'dark')
}

export function setAppearance(next: Appearance) {
  current = next
  localStorage.setItem(KEY, next)
  applyAppearance()
  listeners.forEach((listener) => listener())
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(
    (listener) => { listeners.add(listener); return () => listeners.delete(listener) },
    () => current,
  )
}

export const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches
