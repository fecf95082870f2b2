import type { CallBackRow } from '@xiangli/shared/casework/contract/call-back'

/** Read out as it stands: who rings, about what, and an open question. */
export function scriptOf({ kind, title, ownerName }: Pick<CallBackRow, 'kind' | 'title' | 'ownerName'>): string {
  const about = `您好，这里是群众诉求中心。您反映过“${title}”，`
  return kind === 'first'
    ? `${about}${ownerName}答复说办好了。现在到底好了没有？还有哪里没办好，您直说，我们记下来。`
    : `${about}修好有一阵子了。现在还好用吗？要是又坏了，这件事接着办，不用重新反映。`
}
