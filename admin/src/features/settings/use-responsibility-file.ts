import type { CallError } from '@xiangli/shared/catalog/call'
import { CallError as Refusal } from '@xiangli/shared/catalog/call'
import type { ReadResponsibility } from '@xiangli/shared/casework/contract/responsibility'
import { MOST_AT_ONCE } from '@xiangli/shared/casework/responsibility-file'
import type { InputOf } from '@xiangli/shared/catalog/contracts'
import { useState } from 'react'
import { ulid } from 'ulid'
import { call, insist } from '../../services/call'

/** The form stands for the same input; the contract's type describes its fields. */
const formOf = (file: File): InputOf<'casework.readResponsibilityFile'> => {
  const form = new FormData()
  form.append('file', file)
  return form as never
}

const isToSave = ({ fate }: ReadResponsibility): boolean => fate === 'new' || fate === 'changed'
const inputOf = ({ code, version, unitId, title, basis, categories, isRetired }: ReadResponsibility) => ({ code, version, unitId, title, basis, categories, isRetired })

/** A workbook of the list from its choice to its last row, part by part. */
export function useResponsibilityFile(onSaved: () => Promise<void>) {
  const [rows, setRows] = useState<ReadResponsibility[] | null>(null)
  const [name, setName] = useState<string>()
  const [saved, setSaved] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallError | null>(null)
  const doing = async (work: () => Promise<void>) => {
    setBusy(true)
    setFailure(null)
    await work().catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      setFailure(error)
    })
    setBusy(false)
  }
  const look = (file: File) => doing(async () => {
    setRows(null)
    setName(file.name)
    setSaved(null)
    setRows((await call('casework.readResponsibilityFile', formOf(file))).rows)
  })
  const run = () => doing(async () => {
    const wanted = (rows ?? []).filter(isToSave)
    for (let from = 0; from < wanted.length; from += MOST_AT_ONCE) {
      await insist('casework.importResponsibilities', { rows: wanted.slice(from, from + MOST_AT_ONCE).map(inputOf) }, ulid())
      setSaved(Math.min(wanted.length, from + MOST_AT_ONCE))
    }
    await onSaved()
  })
  return { rows, name, saved, isBusy, failure, look, run, toSave: (rows ?? []).filter(isToSave).length }
}
