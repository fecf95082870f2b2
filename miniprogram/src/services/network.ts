import Taro from '@tarojs/taro'
import { create } from 'zustand'

export const useNetwork = create<{ isOnline: boolean }>(() => ({ isOnline: true }))

/** Told both by the phone and by requests that reach nobody. */
export function followNetwork() {
  if (process.env.TARO_ENV === 'h5') {
    const heed = () => useNetwork.setState({ isOnline: navigator.onLine })
    window.addEventListener('online', heed)
    window.addEventListener('offline', heed)
    return heed()
  }
  Taro.onNetworkStatusChange((status) => useNetwork.setState({ isOnline: status.isConnected }))
  return void Taro.getNetworkType().then((status) => useNetwork.setState({ isOnline: status.networkType !== 'none' }))
}

/** Runs `whenBack` each time the network returns. */
export const onBackOnline = (whenBack: () => void) =>
  useNetwork.subscribe((now, before) => { if (now.isOnline && !before.isOnline) whenBack() })
