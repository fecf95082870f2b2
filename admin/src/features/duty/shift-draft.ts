import type { InputOf } from '@xiangli/shared/catalog/contracts'
import type { ShiftView } from '@xiangli/shared/duty/shifts'
import { instantIn, timeInput } from './days'

/** What the dialog holds while one shift is written. */
export type ShiftDraft = { mainId: string; backupId: string; note: string; reason: string; swap: string; from: string; to: string }

export const draftOf = (shift: ShiftView | undefined, firstDay: string): ShiftDraft => ({
  mainId: shift?.main.personId ?? '',
  backupId: shift?.backup?.personId ?? '',
  note: shift?.note ?? '',
  reason: '',
  swap: '',
  from: shift ? timeInput(shift.from) : `${firstDay}T18:00`,
  to: shift ? timeInput(shift.to) : `${firstDay}T22:00`,
})

export const newOf = (draft: ShiftDraft) => ({
  from: instantIn(draft.from),
  to: instantIn(draft.to),
  mainId: draft.mainId,
  ...(draft.backupId ? { backupId: draft.backupId } : {}),
  ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
})

type About = { draft: ShiftDraft; other: ShiftView | undefined; hasBegun: boolean }

/** Of a swap only the people; of a shift that has begun no times. */
export function changeOf(of: ShiftView, { draft, other, hasBegun }: About): InputOf<'duty.changeShift'> {
  const aim = { shiftId: of.id, rev: of.rev, reason: draft.reason.trim() }
  if (other) return { ...aim, swapWith: { shiftId: other.id, rev: other.rev } }
  const times = hasBegun ? {} : { from: instantIn(draft.from), to: instantIn(draft.to) }
  return { ...aim, mainId: draft.mainId, backupId: draft.backupId || null, note: draft.note.trim() || null, ...times }
}
