import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { QueuedItem } from './item'

const KEY = 'queue'

export const useQueueStore = create<{ items: readonly QueuedItem[] }>(() => ({
  items: (Taro.getStorageSync(KEY) || []) as QueuedItem[],
}))

/** Storage first: what the screen shows as saved is saved. */
export function setItems(items: readonly QueuedItem[]) {
  Taro.setStorageSync(KEY, items)
  useQueueStore.setState({ items })
}

export const itemsNow = () => useQueueStore.getState().items

export const change = (key: string, with_: Partial<QueuedItem>) =>
  setItems(itemsNow().map((item) => (item.key === key ? { ...item, ...with_ } : item)))

export const remove = (key: string) => setItems(itemsNow().filter((item) => item.key !== key))
