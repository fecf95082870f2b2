import { lazy, Suspense, useState } from 'react'
import { Icon } from '../../../components/Icon'
import { useQuery } from '../../../services/use-query'

const InboxDrawer = lazy(() => import('./InboxDrawer'))

export function InboxBell() {
  const { data } = useQuery('notice.countUnread', {})
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setOpened] = useState(false)
  const count = data ? `${data.count}${data.more ? '+' : ''}` : '0'
  const open = () => {
    setOpened(true)
    setOpen(true)
  }
  return (
    <>
      <button type="button" className="head-button" aria-label={`消息，${count} 条未读`} onClick={open}>
        <Icon name="bell" isLarge />
        {data && data.count > 0 && <em aria-hidden="true">{count}</em>}
      </button>
      {wasOpened && <Suspense fallback={null}><InboxDrawer isOpen={isOpen} onClose={() => setOpen(false)} /></Suspense>}
    </>
  )
}
