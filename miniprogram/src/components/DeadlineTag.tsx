import { dueOf, type Timed } from '@/services/due'
import { StateTag } from './StateTag'

interface DeadlineTagProps {
  of: Timed
  /** The one who asked reads "等您评价" where the doer reads "等评价". */
  isMine?: boolean
}

export function DeadlineTag({ of: timed, isMine = false }: DeadlineTagProps) {
  const { tone, icon, words } = dueOf(timed, { isMine, now: new Date() })
  return <StateTag tone={tone} icon={icon} words={words} />
}
