import { useState } from 'react'

const PREFIX = 'xl.draft.'

/** Words being written survive a reload, a lost session and a refused send; they go when they are sent. */
export function useDraft(key: string): [string, (next: string) => void] {
  const [words, setWords] = useState(() => sessionStorage.getItem(PREFIX + key) ?? '')
  const write = (next: string) => {
    setWords(next)
    if (next) sessionStorage.setItem(PREFIX + key, next)
    else sessionStorage.removeItem(PREFIX + key)
  }
  return [words, write]
}
