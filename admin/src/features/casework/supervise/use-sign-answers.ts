import { CallError } from '@xiangli/shared/catalog/call'
import { useRef, useState } from 'react'
import { ulid } from 'ulid'
import { insist } from '../../../services/call'

export type SignedAnswer = 'signing' | 'done' | CallError
type Row = { id: string; rev: number }

/** Signs one answer after another; what came of each stays with it, and a second press takes only what is left. */
export function useSignAnswers(onDone: () => Promise<void>) {
  const [results, setResults] = useState<ReadonlyMap<string, SignedAnswer>>(new Map())
  const [isBusy, setBusy] = useState(false)
  // Made at the first press: whatever the network did, nothing is signed twice.
  const keys = useRef(new Map<string, string>())
  const put = (id: string, result: SignedAnswer) => setResults((before) => new Map(before).set(id, result))
  const sign = async ({ id, rev }: Row): Promise<boolean> => {
    const name = `${id} ${rev}`
    const key = keys.current.get(name) ?? ulid()
    keys.current.set(name, key)
    put(id, 'signing')
    try {
      await insist('casework.signAnswer', { caseId: id, rev }, key)
      put(id, 'done')
      return true
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      put(id, error)
      return false
    }
  }
  /** How many were signed now. */
  const run = async (rows: readonly Row[]): Promise<number> => {
    setBusy(true)
    let signed = 0
    for (const row of rows) if (results.get(row.id) !== 'done' && (await sign(row))) signed += 1
    setBusy(false)
    await onDone()
    return signed
  }
  return { results, isBusy, run }
}
