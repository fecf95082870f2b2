import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const entriesOf = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).toSorted()
  } catch (error) {
    // A folder may be swept away between listing its parent and reading it.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

interface Walk {
  root: string
  /** Only below folders of this depth's name, such as an area. */
  isWanted(area: string): boolean
  /** Path of the last file already seen; the walk goes on behind it. */
  after: string | undefined
}

/** Paths of files four levels deep, in a fixed order; only the folders still needed are read. */
export async function* walkFiles({ root, isWanted, after }: Walk): AsyncGenerator<string> {
  const mark = after?.split('/') ?? []

  async function* descend(above: readonly string[], isOnMark: boolean): AsyncGenerator<string> {
    const depth = above.length
    const bound = isOnMark ? mark[depth] : undefined
    for (const name of await entriesOf(join(root, ...above))) {
      if (name.startsWith('.') || (depth === 0 && !isWanted(name))) continue
      if (bound !== undefined && (name < bound || (depth === 3 && name === bound))) continue
      if (depth === 3) yield [...above, name].join('/')
      else yield* descend([...above, name], name === bound)
    }
  }

  yield* descend([], after !== undefined)
}
