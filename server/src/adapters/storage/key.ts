import { createHash } from 'node:crypto'

const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
/** Takes the place of `/` in file names; it is no legal character of a key. */
const JOINT = '!'

/** `area/name` or `area/folder/name`; letters, digits, dot, dash, underscore; no part starts with a dot. */
export const isKey = (key: string): boolean => {
  const parts = key.split('/')
  return parts.length >= 2 && parts.length <= 4 && key.length <= 200 && parts.every((part) => SEGMENT.test(part))
}

/** Where a key lies below the root: `area/ab/cd/name`, so that no folder grows past a few thousand. */
export const pathOfKey = (key: string): string => {
  if (!isKey(key)) throw new Error(`not a storage key: ${JSON.stringify(key.slice(0, 80))}`)
  const [area, ...rest] = key.split('/')
  const fan = createHash('sha256').update(key).digest('hex')
  return [area, fan.slice(0, 2), fan.slice(2, 4), rest.join(JOINT)].join('/')
}

/** Undefined for anything that was not put there as a key. */
export const keyOfPath = (path: string): string | undefined => {
  const [area, , , name] = path.split('/')
  const key = `${area}/${name?.replaceAll(JOINT, '/')}`
  return isKey(key) && pathOfKey(key) === path ? key : undefined
}
