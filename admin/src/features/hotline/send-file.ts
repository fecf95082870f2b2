import { CallError } from '@xiangli/shared/catalog/call'
import type { InputOf, OutputOf } from '@xiangli/shared/catalog/contracts'
import type { Columns } from '@xiangli/shared/hotline/source'
import { ulid } from 'ulid'
import { call, insist } from '../../services/call'
import { saveBook } from '../../services/save-file'

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

export const download = async (importId: string): Promise<void> => saveBook(await call('hotline.downloadImport', { importId }))

export const asFailure = (error: unknown): CallError => {
  if (error instanceof CallError) return error
  throw error
}
