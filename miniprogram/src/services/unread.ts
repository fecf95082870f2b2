import { create } from 'zustand'
import { call } from './call'
import { onEvent } from './live'
import { useSession } from './session'

export const useUnread = create<{ words: string }>(() => ({ words: '' }))

export const showUnread = ({ count, more }: { count: number; more: boolean }) =>
  useUnread.setState({ words: count === 0 ? '' : more ? `${count}+` : String(count) })

export async function countUnread() {
  if (useSession.getState().phase !== 'in') return showUnread({ count: 0, more: false })
  try {
    showUnread(await call('notice.countUnread', {}))
  } catch {
    // The badge keeps its last number; the inbox itself says when it cannot be read.
  }
}

export function startUnread() {
  useSession.subscribe((now, before) => { if (now.phase !== before.phase) void countUnread() })
  onEvent(() => void countUnread())
}
