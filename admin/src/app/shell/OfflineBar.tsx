import { useSyncExternalStore } from 'react'
import { errors } from '@xiangli/shared/catalog/errors'
import { Icon } from '../../components/Icon'
import { useLine } from '../../services/socket'

function subscribe(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Calm on purpose: nothing is lost, only not fresh. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  const line = useLine()
  if (line === 'dropped') {
    return (
      <div className="offline" role="status">
        <Icon name="cut" />
        {errors['core.tooManyPages'].text}
        <button type="button" className="link" onClick={() => location.reload()}>刷新</button>
      </div>
    )
  }
  if (isOnline && line !== 'lost') return null
  return (
    <div className="offline" role="status">
      <Icon name="cut" />
      网络不太好，看到的可能不是最新的；填写的内容都在，连上后自动更新。
    </div>
  )
}
