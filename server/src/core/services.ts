import type { Config } from './config'
import type { Vault } from './crypto/vault'
import type { createDiskStorage } from '../adapters/storage/disk-storage'
import type { Hotline } from '../adapters/hotline/hotline'
import type { createWechat } from '../adapters/wechat/wechat'

/** What the process was started with; set once by start-up, read anywhere. */
export interface Services {
  config: Config
  vault: Vault
  wechat: ReturnType<typeof createWechat>
  /** Absent where no platform is connected. */
  hotline?: Hotline
  storage: ReturnType<typeof createDiskStorage>
}

let current: Services | undefined

export const setServices = (services: Services): void => {
  current = services
}

export const services = (): Services => {
  if (!current) throw new Error('services are not started')
  return current
}
