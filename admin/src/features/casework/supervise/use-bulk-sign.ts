import { useQueryClient } from '@tanstack/react-query'
import { CallError } from '@xiangli/shared/catalog/call'
import type { SupervisionRow } from '@xiangli/shared/casework/views'
import { useRef, useState } from 'react'
import { ulid } from 'ulid'
import { insist } from '../../../services/call'

export type Signed = 'waiting' | 'signing' | 'done' | CallError

/** Signs one after another; what came of each stays with it, and a second try takes only what is not signed. */
export function useBulkSign() {
  const client = useQueryClient()
  const [results, setResults] = useState<ReadonlyMap<string, Signed>>(new Map())
  const [isBusy, setBusy] = useState(false)
  // Made at the first press: whatever the network did, nothing is signed twice.
  const keys = useRef(new Map<string, string>())
  const isStopped = useRef(false)

  const put = (id: string, signed: Signed) => setResults((before) => new Map(before).set(id, signed))
  const sign = async ({ id, caseId, rev }: SupervisionRow) => {
    put(id, 'signing')
    const key = keys.current.get(id) ?? ulid()
    keys.current.set(id, key)
    try {
      await insist('casework.signResult', { caseId, rev }, key)
      put(id, 'done')
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (!error.isTransient) keys.current.delete(id)
      put(id, error)
    }
  }
  const run = async (rows: readonly SupervisionRow[]) => {
    const left = rows.filter(({ id }) => results.get(id) !== 'done')
    isStopped.current = false
    setBusy(true)
    left.forEach(({ id }) => put(id, 'waiting'))
    for (const row of left) if (!isStopped.current) await sign(row)
    setBusy(false)
    void client.invalidateQueries({ predicate: ({ queryKey: [operation] }) => String(operation).startsWith('casework.') })
  }
  const clear = () => {
    isStopped.current = true
    setResults(new Map())
  }
  return { results, isBusy, run, clear }
}
