import { blobOf, linkTo } from './blobs'
import { newId } from './ids'

const STORE = 'files'

function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('xiangli', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onerror = () => reject(opening.error ?? new Error('no database'))
    opening.onsuccess = () => {
      const request = work(opening.result.transaction(STORE, mode).objectStore(STORE))
      request.onsuccess = () => { resolve(request.result); opening.result.close() }
      request.onerror = () => { reject(request.error ?? new Error('not stored')); opening.result.close() }
    }
  })
}

/** Links die with the page: the bytes themselves are kept. */
export async function keepFile(temporary: string): Promise<string> {
  const blob = blobOf(temporary)
  if (!blob) throw new Error('nothing behind this link')
  const ref = newId()
  await withStore('readwrite', (store) => store.put(blob, ref))
  return ref
}

export async function readKept(ref: string): Promise<Blob> {
  const blob: unknown = await withStore<unknown>('readonly', (store) => store.get(ref))
  if (!(blob instanceof Blob)) throw new Error(`file ${ref} is gone`)
  return blob
}

const opened = new Map<string, string>()

export async function openFile(ref: string): Promise<string> {
  const url = opened.get(ref) ?? linkTo(await readKept(ref))
  opened.set(ref, url)
  return url
}

export function dropFile(ref: string) {
  withStore('readwrite', (store) => store.delete(ref)).catch(() => undefined)
}
