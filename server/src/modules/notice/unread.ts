import { Notices } from './notice.model'

const MOST = 99

/** Counted by the index, and never past 99. */
export const countUnreadOf = async (personId: string): Promise<{ count: number; more: boolean }> => {
  const found = await Notices.count({ to: personId, readAt: null }, MOST + 1)
  return { count: Math.min(found, MOST), more: found > MOST }
}
