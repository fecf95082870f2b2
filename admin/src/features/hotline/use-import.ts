import type { CallError } from '@xiangli/shared/catalog/call'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { Columns } from '@xiangli/shared/hotline/source'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ulid } from 'ulid'
import { asFailure, sendAll, sendPreview, type Imported } from './send-file'

export type Preview = OutputOf<'hotline.previewImport'>

/** A file from its choice to its result. */
export function useImport(source: string) {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [done, setDone] = useState<Imported | null>(null)
  const [busy, setBusy] = useState<'reading' | 'importing' | null>(null)
  const [failure, setFailure] = useState<CallError | null>(null)
  const [importId, setImportId] = useState(() => ulid())

  const doing = async (what: 'reading' | 'importing', work: () => Promise<void>) => {
    setBusy(what)
    setFailure(null)
    await work().catch((error: unknown) => setFailure(asFailure(error)))
    setBusy(null)
  }
  const look = (chosen: File, columns?: Columns) => doing('reading', async () => {
    setFile(chosen)
    setDone(null)
    setImportId(ulid())
    setPreview(null)
    setPreview(await sendPreview(chosen, { source, columns }))
  })
  const run = () => doing('importing', async () => {
    if (!file || !preview) return
    const { columns, version } = preview
    await sendAll(file, { source, columns, version, importId }, setDone)
    await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('hotline.') })
  })
  return { file, preview, done, busy, failure, look, run }
}

export type Importing = ReturnType<typeof useImport>
