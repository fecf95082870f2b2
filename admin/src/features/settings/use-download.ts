import { CallError } from '@xiangli/shared/catalog/call'
import { useState } from 'react'

/** A file asked for by a press: busy meanwhile, and why not where it did not come. */
export function useDownload(fetchIt: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallError | null>(null)
  const run = async () => {
    setBusy(true)
    setFailure(null)
    await fetchIt().catch((error: unknown) => {
      if (!(error instanceof CallError)) throw error
      setFailure(error)
    })
    setBusy(false)
  }
  return { run, isBusy, failure }
}
