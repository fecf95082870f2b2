import { Icon } from '../../components/Icon'
import { headerClock } from '../../components/time-words'
import { InboxBell } from '../../features/notice/components/InboxBell'
import { PlaceSwitcher } from '../../features/region/components/PlaceSwitcher'
import { useNow } from '../../services/clock'
import { AccountMenu } from './AccountMenu'
import { CallButton } from './CallButton'
import { SearchBox } from './SearchBox'

export function HeaderBar({ onMenu }: { onMenu: () => void }) {
  const now = useNow()
  return (
    <header className="head">
      <button type="button" className="head-button head-menu" aria-label="打开导航" onClick={onMenu}><Icon name="menu" isLarge /></button>
      <PlaceSwitcher />
      <SearchBox />
      <CallButton />
      <span className="head-clock">{headerClock(now)}</span>
      <InboxBell />
      <AccountMenu />
    </header>
  )
}
