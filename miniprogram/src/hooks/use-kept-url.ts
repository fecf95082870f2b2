import { useEffect, useState } from 'react'
import { openFile } from '@/services/kept'

/** Where a kept file can be shown or played from; undefined until it is opened, or when it is gone. */
export function useKeptUrls(refs: readonly string[]): Record<string, string> {
  const [urls, setUrls] = useState<Record<string, string>>({})
  const wanted = refs.join(' ')
  useEffect(() => {
    let isCurrent = true
    const open = (ref: string) => openFile(ref).then((url) => { if (isCurrent) setUrls((known) => ({ ...known, [ref]: url })) }, () => undefined)
    wanted.split(' ').filter(Boolean).forEach((ref) => void open(ref))
    return () => { isCurrent = false }
  }, [wanted])
  return urls
}

export function useKeptUrl(ref: string | undefined): string | undefined {
  const urls = useKeptUrls(ref ? [ref] : [])
  return ref ? urls[ref] : undefined
}
