import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Pulling the page down asks again. */
export function usePull(reload: () => Promise<void>) {
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
}
