import { READING_MS, whyUnread } from '@xiangli/shared/casework/templates'
import { useEffect, useState } from 'react'
import type { Inserted } from './TemplatePicker'

/** Words from a template are held back until they have lain there to be read and nothing is left to fill in. */
export function useTemplate(words: string) {
  const [from, setFrom] = useState<Inserted | null>(null)
  const [, look] = useState(0)
  useEffect(() => {
    if (!from) return undefined
    const timer = setTimeout(() => look((times) => times + 1), READING_MS)
    return () => clearTimeout(timer)
  }, [from])
  const isUsed = from !== null && words.trim() !== ''
  const why = isUsed ? whyUnread({ words, insertedAt: from.at, now: Date.now() }) : null
  return { insert: setFrom, why, sent: isUsed ? { fromTemplate: { id: from.id, version: from.version } } : {} }
}
