import { deskLabels, spanWords } from '@xiangli/shared/duty/labels'
import { namesOf } from '../identity'
import { unitById } from '../region'
import { Changes, type ChangeDoc } from './roster.model'

export interface ChangeWords {
  unitId: string
  title: string
  body: string
}

const titles: Record<ChangeDoc['kind'], string> = { added: '加了一个班', changed: '改了一个班', swapped: '对调了两个班', removed: '取消了一个班', planned: '值班表排好了' }

const shiftWords = ({ before, after }: ChangeDoc['shifts'][number], { names, now }: { names: Map<string, string>; now: Date }): string => {
  const shift = after ?? before
  if (!shift) return ''
  const whoWas = before ? (names.get(before.mainId) ?? '') : ''
  const whoIs = after ? (names.get(after.mainId) ?? '') : ''
  const who = whoWas && whoIs && whoWas !== whoIs ? `${whoWas} 换成 ${whoIs}` : whoIs || `原是 ${whoWas}`
  return `${spanWords(shift, now)}，${who}`
}

/** What those concerned read of a change: where, which shifts, why. */
export const changeWords = async (changeId: string): Promise<ChangeWords | null> => {
  const change = await Changes.one({ _id: changeId })
  if (!change) return null
  const { unitId, desk, kind, shifts, reason, days, at } = change
  const names = await namesOf(shifts.flatMap(({ before, after }) => [before?.mainId, after?.mainId]).filter((id) => id !== undefined))
  const told = days ? [`${days.from} 到 ${days.to}，有您的班`] : shifts.map((shift) => shiftWords(shift, { names, now: at }))
  return {
    unitId,
    title: `${titles[kind]}：${unitById(unitId)?.name ?? ''}${desk === 'pool' ? deskLabels.pool : ''}`,
    body: [...told, ...(reason ? [`原因：${reason}`] : [])].join('；'),
  }
}
