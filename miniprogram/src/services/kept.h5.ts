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

/** Object links die with the page: the bytes themselves are kept. */
export async function keepFile(temporary: string): Promise<string> {
  const ref = newId()
  const blob = await (await fetch(temporary)).blob()
  await withStore('readwrite', (store) => store.put(blob, ref))
  return ref
}

export async function openFile(ref: string): Promise<string> {
  const blob: unknown = await withStore<unknown>('readonly', (store) => store.get(ref))
  if (!(blob instanceof Blob)) throw new Error(`file ${ref} is gone`)
  return URL.createObjectURL(blob)
}

export function dropFile(ref: string) {
  withStore('readwrite', (store) => store.delete(ref)).catch(() => undefined)
}
