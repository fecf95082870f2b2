import { type Callbacks, refuse, reply } from './reply'

const SAVED = 'wxfile:'
const temporary = new Map<string, string>()
let made = 0

const asDataUrl = (blob: Blob): Promise<string> => new Promise((resolve) => {
  const reader = new FileReader()
  reader.onload = () => resolve(String(reader.result))
  reader.readAsDataURL(blob)
})

/** A path such as WeChat gives, good until the program is closed. */
export async function temporaryFile(blob: Blob, name: string): Promise<string> {
  const path = `http://tmp/${(made += 1)}-${name}`
  temporary.set(path, await asDataUrl(blob))
  return path
}

/** What can be shown or sent for a path of WeChat's; other addresses stand for themselves. */
export const readable = (path: string): string => temporary.get(path) ?? localStorage.getItem(SAVED + path) ?? path

export const blobOf = async (path: string): Promise<Blob | undefined> => {
  const url = readable(path)
  if (!url.startsWith('data:')) return undefined
  const [head = '', bytes = ''] = url.split(',')
  return new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], { type: head.slice(5).split(';')[0] })
}

interface SaveOptions extends Callbacks { tempFilePath: string }
interface UnlinkOptions extends Callbacks { filePath: string }

const manager = {
  saveFile: (options: SaveOptions) => {
    const bytes = temporary.get(options.tempFilePath)
    if (!bytes) return refuse(options, 'saveFile:fail tempFilePath file not exist')
    const savedFilePath = options.tempFilePath.replace('http://tmp/', 'wxfile://store_')
    localStorage.setItem(SAVED + savedFilePath, bytes)
    return reply(options, { savedFilePath })
  },
  unlink: (options: UnlinkOptions) => {
    localStorage.removeItem(SAVED + options.filePath)
    return reply(options)
  },
}

export const files = { getFileSystemManager: () => manager }
