import type { CallOptions } from '@xiangli/shared/catalog/call'
import type { InputOf, OperationName, OutputOf } from '@xiangli/shared/catalog/contracts'
import { useNetwork } from './network'
import { asCallError, requestAs } from './request'
import { renew, useSession } from './session'

/** `call('casework.submit', input)` as whoever is signed in; an expired session is renewed once. */
export async function call<N extends OperationName>(operation: N, input: InputOf<N>, options: CallOptions = {}): Promise<OutputOf<N>> {
  const attempt = () => requestAs(useSession.getState().token)(operation, input, options)
  try {
    return await attempt()
  } catch (cause) {
    const error = asCallError(cause)
    if (error.code === 'network') useNetwork.setState({ isOnline: false })
    if (error.status === 401 && (await renew())) return attempt()
    throw error
  }
}
