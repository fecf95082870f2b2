import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { closeSocket } from '../../../services/socket'
import { useCommand } from '../../../services/use-command'

export function useLogout() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const logout = useCommand('identity.logout')
  const leave = async () => {
    await logout.run({})
    closeSocket()
    await navigate('/login')
    client.clear()
  }
  return { leave, isBusy: logout.isBusy }
}
