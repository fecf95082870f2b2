import { z } from 'zod'

/** ULID made by whoever creates the record (client for creates), Crockford base32. */
export const Id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, '编号格式不对')
/** Opaque region id such as `t100`, `v100201`, `g100201001`. */
export const RegionId = z.string().regex(/^[0-9a-z]{2,20}$/, '地区编号格式不对')
export const UnitId = z.string().regex(/^[0-9a-zA-Z-]{2,40}$/, '单位编号格式不对')

// Control characters (other than tab and line breaks) are never meant by a person, NUL or bidi
// marks are used to disguise text, and half a character cannot be stored.
// oxlint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu
/** Blanks and what is not seen at all: words that begin with them would look empty in a list. */
const UNSEEN = /^[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/u
/** Anything that leaves ink by itself; accents without a letter do not. */
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

const cleaned = (value: string): string => {
  const words = value.replace(UNWANTED, '').normalize('NFC').replace(UNSEEN, '').trimEnd()
  return SEEN.test(words) ? words : ''
}

/** Words typed by a person: unwanted characters dropped, NFC, trimmed, 1..max characters. */
export const text = (max: number) =>
  z
    .string()
    .max(max * 4, `最多 ${max} 个字`)
    .transform(cleaned)
    .pipe(z.string().min(1, '不能为空').max(max, `最多 ${max} 个字`))

/** The same, where emptiness is for a rule to judge: whoever fills a long form is told of all its gaps at once. */
export const looseText = (max: number) => z.string().max(max * 4, `最多 ${max} 个字`).transform(cleaned)

/** [longitude, latitude] in degrees (GCJ-02 as WeChat gives it). */
export const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type Point = z.infer<typeof Point>

/** An instant on the wire: ISO 8601, UTC, `Z`. */
export const Instant = z.iso.datetime({ message: '时间格式不对' })

export const Cursor = z.string().max(400)
export const PageSize = z.number().int().min(1).max(100).default(20)

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: Cursor.optional() })

/** A count that stops counting: `more` means "at least this many". */
export const BoundedCount = z.object({ count: z.number().int(), more: z.boolean() })

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values)
