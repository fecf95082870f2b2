import { Button, Input } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { Mark } from '../../../components/Mark'
import { NoticeLine } from '../../../components/NoticeLine'
import { useQuery } from '../../../services/use-query'
import { useTitle } from '../../../services/title'
import { CountyOutline } from '../../region/components/CountyOutline'
import { DemoAccounts } from '../components/DemoAccounts'
import { useSignIn } from '../hooks/use-sign-in'
import './login.css'

export function LoginPage() {
  useTitle('登录')
  const signIn = useSignIn()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const county = useQuery('region.getBorders', { level: 'county' }, { freshFor: 3_600_000 }).data?.items[0]
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const missing = username.trim() ? (password ? null : 'password') : 'username'
    if (missing) return document.getElementById(missing)?.focus()
    return void signIn.withPassword(username.trim(), password)
  }
  return (
    <main className="login">
      <section className="login-left">
        <div className="login-brand"><Mark size={36} />乡里<span>{county?.name}乡村治理平台</span></div>
        <CountyOutline />
        <p className="tiny second">县界和地名是真实的，乡镇界线由程序生成。</p>
      </section>
      <section className="login-right">
        <h1>登录</h1>
        {signIn.isBack && !signIn.failure && <NoticeLine icon="lock">登录后回到刚才的页面，写了一半的内容还在。</NoticeLine>}
        <form onSubmit={submit}>
          <label htmlFor="username">账号</label>
          <Input
            id="username" size="large" autoComplete="username" autoFocus prefix={<Icon name="person" />}
            value={username} onChange={(event) => setUsername(event.target.value)}
          />
          <label htmlFor="password">密码</label>
          <Input.Password
            id="password" size="large" autoComplete="current-password" prefix={<Icon name="lock" />}
            value={password} onChange={(event) => setPassword(event.target.value)}
          />
          <FailureLine failure={signIn.failure} />
          <Button
            type="primary" htmlType="submit" size="large" block loading={signIn.isBusy && !signIn.entering} disabled={signIn.isBusy}
          >
            登录
          </Button>
        </form>
        <DemoAccounts entering={signIn.entering} isBusy={signIn.isBusy} onEnter={(name) => void signIn.asDemo(name)} />
        <p className="tiny second">忘记密码，请找本单位管理员重设。</p>
      </section>
    </main>
  )
}
