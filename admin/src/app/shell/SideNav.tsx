import type { OperationName } from '@xiangli/shared/catalog/contracts'
import { NavLink } from 'react-router'
import { Icon, type IconName } from '../../components/Icon'
import { Mark } from '../../components/Mark'
import { OwedCount } from '../../features/casework/supervise/OwedCount'
import { SigningCount } from '../../features/casework/supervise/SigningCount'
import { TriageCount } from '../../features/casework/triage/TriageCount'
import { useMe } from '../../services/me'

type Entry = { to: string; label: string; icon: IconName; needs: OperationName; count?: React.ReactNode }

const groups: { name: string; entries: Entry[] }[] = [
  { name: '工作台', entries: [{ to: '/', label: '我的工作台', icon: 'home', needs: 'casework.listCases' }, { to: '/stats', label: '统计', icon: 'chart', needs: 'stats.show' }] },
  {
    name: '事项',
    entries: [
      { to: '/cases', label: '办件', icon: 'list', needs: 'casework.listCases' },
      { to: '/dispatch', label: '调度室', icon: 'columns', needs: 'casework.countBoard' },
      { to: '/supervisions', label: '督办', icon: 'warning', needs: 'casework.listSupervisions', count: <OwedCount /> },
      { to: '/signing', label: '待签', icon: 'note', needs: 'casework.signAnswer', count: <SigningCount /> },
      { to: '/calls', label: '接电话登记', icon: 'phone', needs: 'casework.fileForCaller' },
      { to: '/triage', label: '待核实', icon: 'eye', needs: 'casework.listTriage', count: <TriageCount /> },
      { to: '/call-backs', label: '回访', icon: 'message', needs: 'casework.listCallBacks' },
      { to: '/satisfaction', label: '满意情况', icon: 'star', needs: 'casework.showSatisfaction' },
      { to: '/hotline', label: '12345 热线', icon: 'signal', needs: 'hotline.listOrders' },
      { to: '/duty', label: '值班', icon: 'clock', needs: 'duty.listShifts' },
      { to: '/handover', label: '交接班', icon: 'route', needs: 'handover.prepare' },
      { to: '/map', label: '网格地图', icon: 'map', needs: 'casework.listOnMap' },
    ],
  },
  {
    name: '设置',
    entries: [
      // Anyone may read the calendar; whoever holds a post finds it here.
      { to: '/calendar', label: '工作日历', icon: 'calendar', needs: 'region.listUnits' },
      { to: '/place-codes', label: '地点码', icon: 'pin', needs: 'casework.listPlaceCodes' },
      { to: '/settings', label: '事项设置', icon: 'filter', needs: 'casework.readSettings' },
      { to: '/responsibilities', label: '权责清单', icon: 'layers', needs: 'casework.listResponsibilities' },
      { to: '/templates', label: '答复模板', icon: 'copy', needs: 'casework.listTemplates' },
      { to: '/journal', label: '操作日志', icon: 'journal', needs: 'journal.listEntries' },
      { to: '/keys', label: '接口密钥', icon: 'lock', needs: 'open311.listKeys' },
    ],
  },
]

export function SideNav() {
  const me = useMe()
  const seen = groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => me.operations.includes(entry.needs)) }))
    .filter((group) => group.entries.length > 0)
  return (
    <nav className="side" aria-label="主导航">
      <NavLink to="/" className="brand"><Mark />乡里</NavLink>
      <div className="side-list">
        {seen.map((group) => (
          <section key={group.name} aria-label={group.name}>
            <h2>{group.name}</h2>
            {group.entries.map((entry) => (
              <NavLink key={entry.to} to={entry.to} end={entry.to === '/'} className={({ isActive }) => (isActive ? 'on' : '')}>
                <Icon name={entry.icon} />
                {entry.label}
                {entry.count}
              </NavLink>
            ))}
          </section>
        ))}
      </div>
    </nav>
  )
}
