import { useCallback, useState } from 'react'

/** Something a person arranged for themselves, kept on this computer under their account. */
export function useKept<T>(key: string, initial: T): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => readKept(key, initial))
  const keep = useCallback((next: T) => {
    setValue(next)
    localStorage.setItem(key, JSON.stringify(next))
  }, [key])
  return [value, keep]
}

function readKept<T>(key: string, initial: T): T {
  const saved = localStorage.getItem(key)
  if (!saved) return initial
  try {
    return JSON.parse(saved) as T
  } catch {
    // Storage edited by hand or by an older version: start afresh rather than fail.
    return initial
  }
}
