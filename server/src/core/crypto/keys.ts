import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const KEY_BYTES = 32

const Key = z.string().transform((text, ctx) => {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === KEY_BYTES && bytes.toString('base64') === text) return bytes
  ctx.addIssue({ code: 'custom', message: `must be base64 of ${KEY_BYTES} bytes` })
  return z.NEVER
})

const KeyFile = z
  .strictObject({
    /** Set on generated files only, so that a demo's keys are refused in earnest. */
    demo: z.literal(true).optional(),
    fieldKeys: z.record(z.string().regex(/^[1-9]\d{0,5}$/, 'versions are whole numbers'), Key),
    current: z.string(),
    indexKey: Key,
    tokenKey: Key,
    linkKey: Key,
    journalKey: Key,
  })
  .refine((file) => Object.hasOwn(file.fieldKeys, file.current), { path: ['current'], message: 'names no field key' })
  .refine(
    ({ fieldKeys, indexKey, tokenKey, linkKey, journalKey }) => {
      const all = [...Object.values(fieldKeys), indexKey, tokenKey, linkKey, journalKey]
      return new Set(all.map((key) => key.toString('hex'))).size === all.length
    },
    { message: 'every key must differ from the others' },
  )

/** Where keys come from: a file here, an HSM or a cloud's key service elsewhere. Never MongoDB. */
export interface KeyProvider {
  readonly current: string
  fieldKey(version: string): Buffer | undefined
  readonly indexKey: Buffer
  readonly tokenKey: Buffer
  readonly linkKey: Buffer
  readonly journalKey: Buffer
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code

const generate = (file: string): void => {
  const key = () => randomBytes(KEY_BYTES).toString('base64')
  const content = {
    demo: true,
    fieldKeys: { '1': key() },
    current: '1',
    indexKey: key(),
    tokenKey: key(),
    linkKey: key(),
    journalKey: key(),
  }
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  try {
    // A link never overwrites: two processes starting at once end with one whole set of keys.
    linkSync(draft, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
}

const read = (file: string, demo: boolean): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
    if (!demo) throw new Error(`KEYS_FILE ${file} does not exist; keys are generated only when DEMO=1`)
  }
  generate(file)
  return readFileSync(file, 'utf8')
}

const parse = (text: string, file: string): z.infer<typeof KeyFile> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error(`KEYS_FILE ${file} is not JSON`)
  }
  const parsed = KeyFile.safeParse(json)
  if (parsed.success) return parsed.data
  // Paths and messages only: an issue may never carry the key itself into a log.
  const reasons = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`)
  throw new Error(`KEYS_FILE ${file} is not usable: ${reasons.join('; ')}`)
}

/** Reads and checks KEYS_FILE; a missing one is generated only for a demo, and a demo's is refused elsewhere. */
export const loadKeys = ({ file, demo }: { file: string; demo: boolean }): KeyProvider => {
  const keys = parse(read(file, demo), file)
  if (keys.demo && !demo) throw new Error(`KEYS_FILE ${file} holds a demo's keys; make your own`)
  const { fieldKeys, current, indexKey, tokenKey, linkKey, journalKey } = keys
  return {
    current,
    fieldKey: (version) => (Object.hasOwn(fieldKeys, version) ? fieldKeys[version] : undefined),
    indexKey,
    tokenKey,
    linkKey,
    journalKey,
  }
}
