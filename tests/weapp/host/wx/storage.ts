import { type Callbacks, reply } from './reply'

const KEY = 'wx:'

/** Outlives a reload, as WeChat's storage outlives the program. */
export const storage = {
  getStorageSync: (key: string): unknown => JSON.parse(localStorage.getItem(KEY + key) ?? '""'),
  setStorageSync: (key: string, value: unknown) => localStorage.setItem(KEY + key, JSON.stringify(value)),
  removeStorageSync: (key: string) => localStorage.removeItem(KEY + key),
  setStorage: (options: Callbacks & { key: string; data: unknown }) => {
    localStorage.setItem(KEY + options.key, JSON.stringify(options.data))
    return reply(options)
  },
}
