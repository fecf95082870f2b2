import { useQueryClient } from '@tanstack/react-query'
import type { SignedIn } from '@xiangli/shared/identity/contract'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { queryKey } from '../../../services/use-query'
import { useCommand } from '../../../services/use-command'

/** Only a path of this site is a place to return to. */
const safeNext = (next: string | null) => (next?.startsWith('/') && !next.startsWith('//') ? next : '/')

export function useSignIn() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const byPassword = useCommand('identity.loginByPassword')
  const byDemo = useCommand('identity.loginDemo')
  const [entering, setEntering] = useState<string | null>(null)

  const enter = async (signedIn: SignedIn | null) => {
    if (!signedIn) return
    client.clear()
    client.setQueryData(queryKey('identity.getMe', {}), signedIn.me)
    await navigate(safeNext(params.get('next')), { replace: true })
  }
  return {
    isBack: safeNext(params.get('next')) !== '/',
    isBusy: byPassword.isBusy || byDemo.isBusy,
    entering: byDemo.isBusy ? entering : null,
    failure: byPassword.failure ?? byDemo.failure,
    withPassword: async (username: string, password: string) => {
      byDemo.clear()
      await enter(await byPassword.run({ username, password }))
    },
    asDemo: async (username: string) => {
      byPassword.clear()
      setEntering(username)
      await enter(await byDemo.run({ username }))
    },
  }
}
