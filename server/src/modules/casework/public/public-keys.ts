import { isOpen, type CaseState } from '@xiangli/shared/casework/states'

export type Status = 'open' | 'closed'

export const statusOf = (state: CaseState): Status => (isOpen(state) ? 'open' : 'closed')

interface Asked {
  category?: string | undefined
  status?: Status | undefined
}

export const publicKey = (regionId: string, { category, status }: Asked): string => `${regionId}|${category ?? ''}|${status ?? ''}`

/** Every combination it is found by. */
export const publicKeysOf = (regionIds: readonly string[], { category, status }: { category: string | null; status: Status }): string[] =>
  regionIds.flatMap((regionId) => [
    publicKey(regionId, {}),
    publicKey(regionId, { status }),
    ...(category ? [publicKey(regionId, { category }), publicKey(regionId, { category, status })] : []),
  ])
