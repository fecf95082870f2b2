import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { ErrorBody } from '@xiangli/shared/core/errors'
import type { Person, Town } from '@xiangli/server/testing'
import { ulid } from 'ulid'
import { jobNamed } from '../../../server/src/core/registry'

type Carrying = 'hotline.previewImport' | 'hotline.importOrders'

/** Sends a file beside its fields, as the admin does. */
export const sendFile = async <N extends Carrying>(town: Town, person: Person, { operation, bytes, fields }: { operation: N; bytes: Uint8Array; fields: Record<string, string> }) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([Buffer.from(bytes)]), 'orders.bin')
  const answer = await fetch(`${town.url}/api/${operation}`, { method: 'POST', headers: { authorization: `Bearer ${person.token}`, 'idempotency-key': ulid() }, body: form })
  const body: unknown = await answer.json()
  return { status: answer.status, output: body as OutputOf<N>, error: body as ErrorBody }
}

export const runJobOf = async (town: Town, name: string) => {
  const job = jobNamed(name)
  if (!job) throw new Error(`no job ${name}`)
  return job.run({ dry: false, deadline: new Date(Date.now() + 60_000), county: town.county })
}
