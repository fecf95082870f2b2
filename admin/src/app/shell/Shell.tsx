import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { EmptyPanel } from '../../components/EmptyPanel'
import { ErrorPanel } from '../../components/ErrorPanel'
import { MeContext } from '../../services/me'
import { PlaceProvider } from '../../features/region/hooks/use-place'
import { openSocket } from '../../services/socket'
import { useQuery } from '../../services/use-query'
import { HeaderBar } from './HeaderBar'
import { OfflineBar } from './OfflineBar'
import './shell.css'
import { SideNav } from './SideNav'

/** The frame round every page of someone signed in. */
export function Shell() {
  const client = useQueryClient()
  const { data: me, error, refetch } = useQuery('identity.getMe', {}, { freshFor: 300_000 })
  const [isNavOpen, setNavOpen] = useState(false)
  const { pathname } = useLocation()

  useEffect(() => {
    if (me) void openSocket(client)
  }, [me, client])
  useEffect(() => setNavOpen(false), [pathname])

  if (!me && error && error.status !== 401) return <ErrorPanel failure={error} retry={() => void refetch()} />
  if (!me) return <div className="shell-wait" role="status" aria-label="正在载入" />
  return (
    <MeContext.Provider value={me}>
      <PlaceProvider>
        <div className={isNavOpen ? 'shell nav-open' : 'shell'}>
          <a className="skip" href="#main">跳到内容</a>
          <SideNav />
          <button type="button" className="shell-veil" aria-label="收起导航" tabIndex={isNavOpen ? 0 : -1} onClick={() => setNavOpen(false)} />
          <div className="shell-right">
            <HeaderBar onMenu={() => setNavOpen(true)} />
            <OfflineBar />
            <main id="main" className="shell-main" tabIndex={-1}>{me.operations.includes('casework.listCases') ? <Outlet /> : <NoPost />}</main>
          </div>
        </div>
      </PlaceProvider>
    </MeContext.Provider>
  )
}

function NoPost() {
  return (
    <div className="page">
      <EmptyPanel icon="lock" title="这个账号现在没有任职" hint="有了任职，就能看到管的地方的办件。请联系本单位管理员；任职定了会自动出现，不用重新登录。" />
    </div>
  )
}
