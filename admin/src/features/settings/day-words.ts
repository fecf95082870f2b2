import { dayOf } from '@xiangli/shared/core/time'

/** 10月22日, in the county's own day. */
export const shortDay = (at: string): string => {
  const [, month, day] = dayOf(new Date(at)).split('-').map(Number)
  return `${month}月${day}日`
}
