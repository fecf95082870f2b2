import { useRouter } from '@tarojs/taro'
import { useQuery } from '@/hooks/use-query'
import { isAbout } from '@/services/live'
import { may } from '@/services/session'

/**
 * The case of this page as the one who asked sees it, or as whoever works on it: a person may be
 * both, in different cases, so the other is tried where the first finds nothing.
 */
export function useCase() {
  const { id = '', as } = useRouter().params
  const settings = { on: isAbout(id) }
  const isStaff = may('casework.getCase')
  const mine = useQuery('casework.getMine', { caseId: id }, { ...settings, isOff: as === 'staff' && isStaff })
  const isNotMine = isStaff && (as === 'staff' || mine.error?.code === 'core.notFound')
  const staff = useQuery('casework.getCase', { caseId: id }, { ...settings, isOff: !isNotMine })
  const { data: view, ...rest } = isNotMine ? staff : mine
  return { id, view, ...rest }
}
