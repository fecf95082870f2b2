import { CallError } from '@xiangli/shared/catalog/call'
import type { InputOf, OutputOf } from '@xiangli/shared/catalog/contracts'
import type { Columns } from '@xiangli/shared/hotline/source'
import { ulid } from 'ulid'
import { call, insist } from '../../services/call'

type Fields = Record<string, string | number | undefined>

/** The form stands for the same input; the contract's type describes its fields. */
const formOf = (file: File, fields: Fields): never => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, String(value))
  form.append('file', file)
  return form as never
}

type Look = { source: string; columns?: Columns | undefined }

export const sendPreview = (file: File, { source, columns }: Look): Promise<OutputOf<'hotline.previewImport'>> =>
  call('hotline.previewImport', formOf(file, { source, columns: columns && JSON.stringify(columns) }) as InputOf<'hotline.previewImport'>)

export type Imported = OutputOf<'hotline.importOrders'>
type Part = Look & { version: number; importId: string }

/** Part by part, each under a key of its own; what a lost answer leaves unknown is asked again and done once. */
export async function sendAll(file: File, { columns, ...part }: Part, onPart: (done: Imported) => void): Promise<Imported> {
  for (let from = 0; ; ) {
    const fields = { ...part, from, fileName: file.name.slice(0, 100), columns: columns && JSON.stringify(columns) }
    const done = await insist('hotline.importOrders', formOf(file, fields) as InputOf<'hotline.importOrders'>, ulid())
    onPart(done)
    if (done.upTo >= done.total || done.upTo <= from) return done
    from = done.upTo
  }
}

export async function download(importId: string): Promise<void> {
  const { fileName, base64 } = await call('hotline.downloadImport', { importId })
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }))
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1_000)
}

export const asFailure = (error: unknown): CallError => {
  if (error instanceof CallError) return error
  throw error
}
