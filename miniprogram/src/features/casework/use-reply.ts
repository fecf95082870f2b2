import { useRef, useState } from 'react'
import { useKeptUrls } from '@/hooks/use-kept-url'
import type { Decided } from './decide'
import { filesOf, isSaid, type Said } from './draft-rules'
import { discardDraft, forgetDraft, keepDraft, keptDraft } from './drafts'

const BLANK: Said = { words: '', photos: [] }

function open<R extends Said>(name: string | undefined) {
  const kept = name === undefined ? undefined : keptDraft<R>(name)
  return { name, reply: kept ?? (BLANK as R), isRestored: kept !== undefined }
}

/**
 * What is being said about a case, kept on the phone until it is sent. `name` is the case and what is
 * done to it, and comes once the case is known.
 */
export function useReply<R extends Said = Said>(name: string | undefined) {
  const [state, setState] = useState(() => open<R>(name))
  const [isBusy, setBusy] = useState(false)
  const current = state.name === name ? state : open<R>(name)
  if (current !== state) setState(current)
  const { reply } = current
  // A photo arrives when it is ready, and words may have been written meanwhile.
  const latest = useRef(reply)
  latest.current = reply
  const urls = useKeptUrls(filesOf(reply))

  const keep = () => {
    if (name === undefined) return
    if (isSaid(latest.current)) keepDraft(name, latest.current)
    else discardDraft(name)
  }
  const write = (change: Partial<R>) => {
    latest.current = { ...latest.current, ...change }
    setState({ ...current, reply: latest.current })
    keep()
  }
  const clear = () => {
    if (name !== undefined) discardDraft(name)
    setState({ name, reply: BLANK as R, isRestored: false })
  }
  const send = async (decide: () => Promise<Decided>): Promise<Decided> => {
    setBusy(true)
    const going = decide()
    // The queue holds it from here on: closed now, it must not stand here as well as be sent.
    if (name !== undefined) forgetDraft(name)
    const decided = await going.finally(() => setBusy(false)).catch((cause) => { keep(); throw cause })
    if (decided.kind === 'refused') keep()
    else if (name !== undefined) forgetDraft(name)
    return decided
  }
  const photos = reply.photos.map((ref) => ({ ref, url: urls[ref] ?? '' }))
  return { reply, photos, voiceUrl: reply.voice && urls[reply.voice.ref], write, isBusy, isRestored: current.isRestored, clear, send }
}
