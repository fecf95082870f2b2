import type { FileDoc } from './file.model'

/** What can be asked of a file: the last part of its address, and how it lies in storage. */
const variants = {
  'photo.jpg': { kind: 'photo', mime: 'image/jpeg', ending: '.jpg' },
  'thumb.jpg': { kind: 'photo', mime: 'image/jpeg', ending: '.thumb.jpg' },
  'voice.mp3': { kind: 'voice', mime: 'audio/mpeg', ending: '.mp3' },
} as const

export type VariantName = keyof typeof variants
type Kept = Pick<FileDoc, 'kind' | 'stem'>

export const variantNamed = (name: string, kind: FileDoc['kind']) => {
  const variant = Object.hasOwn(variants, name) ? variants[name as VariantName] : undefined
  return variant?.kind === kind ? variant : undefined
}

export const storageKey = ({ stem }: Pick<Kept, 'stem'>, name: VariantName): string => `${stem}${variants[name].ending}`

export const storageKeysOf = (file: Kept): string[] =>
  (Object.keys(variants) as VariantName[]).filter((name) => variants[name].kind === file.kind).map((name) => storageKey(file, name))

/** The stem of a stored key, whichever variant it is. */
export const stemOfKey = (key: string): string => key.replace(/(\.thumb)?\.(jpg|mp3)$/, '')
