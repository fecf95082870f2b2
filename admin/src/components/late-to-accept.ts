import { isLateToAccept } from '@xiangli/shared/casework/clock'
import type { CaseState, Colour } from '@xiangli/shared/casework/states'

type Standing = { state: CaseState; acceptBy?: string | undefined }

/** For how long it should have been taken on, in milliseconds; 0 while there is time, or when the whole limit has passed too. */
export function lateToAccept({ colour, of }: { colour: Colour; of?: Standing }, now: number): number {
  const acceptBy = of?.acceptBy ? new Date(of.acceptBy) : null
  if (!of || !acceptBy || colour === 'red' || !isLateToAccept({ state: of.state, acceptBy }, new Date(now))) return 0
  return Math.max(1, now - acceptBy.getTime())
}

/** Counts by colour go by the whole limit: rows that look red for their acceptance are told beside them. */
export function lateToAcceptWords(rows: readonly (Standing & { colour: Colour })[], now: number): string {
  const late = rows.filter((row) => lateToAccept({ colour: row.colour, of: row }, now) > 0).length
  return late > 0 ? `，其中 ${late} 件受理超时` : ''
}
