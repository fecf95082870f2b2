import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { NavLink } from 'react-router'
import { useMe } from '../../../services/me'

const links: { to: string; label: string; needs: OperationName }[] = [
  { to: '/settings', label: '类别和时限', needs: 'casework.readSettings' },
  { to: '/responsibilities', label: '权责清单', needs: 'casework.listResponsibilities' },
  { to: '/templates', label: '答复模板', needs: 'casework.listTemplates' },
  { to: '/calendar', label: '工作日历', needs: 'region.listUnits' },
  { to: '/duty', label: '值班名册', needs: 'duty.listShifts' },
]

/** Everything a county sets, from one place. */
export function SettingsLinks() {
  const me = useMe()
  return (
    <nav className="set-links" aria-label="县里的设置">
      {links.filter(({ needs }) => me.operations.includes(needs)).map(({ to, label }) => <NavLink key={to} to={to} className={({ isActive }) => (isActive ? 'on' : '')}>{label}</NavLink>)}
    </nav>
  )
}
