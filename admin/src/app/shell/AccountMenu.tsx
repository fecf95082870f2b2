import { Popover } from 'antd'
import { useState } from 'react'
import { Avatar } from '../../components/Avatar'
import { Icon } from '../../components/Icon'
import { useLogout } from '../../features/identity/hooks/use-logout'
import { useMe } from '../../services/me'
import { setAppearance, useAppearance } from '../../services/appearance'

export function AccountMenu() {
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const first = me.appointments[0]
  return (
    <Popover
      open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomRight" arrow={false}
      content={<AccountPanel />} styles={{ body: { padding: 0 } }}
    >
      <button type="button" className="me" aria-label={`账号：${me.name}`} aria-expanded={isOpen}>
        <Avatar name={me.name} />
        <span className="me-words">
          <b>{me.name}</b>
          <span className="tiny second">{first ? `${first.unitName} ${first.roleLabel}` : '没有任职'}</span>
        </span>
      </button>
    </Popover>
  )
}

function AccountPanel() {
  const me = useMe()
  const appearance = useAppearance()
  const { leave, isBusy } = useLogout()
  const isDark = appearance === 'dark'
  return (
    <div className="account" role="dialog" aria-label="账号">
      <div className="account-who">
        <b>{me.name}</b>
        {me.phone && <span className="small second">{me.phone}</span>}
      </div>
      <ul className="account-posts" aria-label="任职">
        {me.appointments.map((post) => (
          <li key={post.id}><span>{post.roleLabel}</span><span className="second">{post.unitName}，管 {post.regionName}</span></li>
        ))}
        {me.appointments.length === 0 && <li className="second">这个账号现在没有任职，看不到办件。请联系本单位管理员。</li>}
      </ul>
      <button type="button" className="account-act" onClick={() => setAppearance(isDark ? 'light' : 'dark')}>
        <Icon name={isDark ? 'sun' : 'moon'} />{isDark ? '换成浅色' : '换成深色'}
      </button>
      <button type="button" className="account-act" onClick={leave} disabled={isBusy}><Icon name="leave" />退出登录</button>
    </div>
  )
}
