import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from './Tap'
import { Icon } from './Icon'
import './ListItem.scss'

interface ListItemProps {
  title: string
  note?: ReactNode
  /** A photo, avatar or icon at the left. */
  lead?: ReactNode
  /** State and time, under the words. */
  foot?: ReactNode
  /** A button at the right. */
  trail?: ReactNode
  hasArrow?: boolean
  onTap?: () => void
  id?: string
}

export function ListItem({ title, note, lead, foot, trail, hasArrow, onTap, id }: ListItemProps) {
  const words = (
    <>
      {lead}
      <View className="grow">
        <View className="h3 two-lines">{title}</View>
        {note && <View className="second item-note">{note}</View>}
        {foot && <View className="item-foot">{foot}</View>}
      </View>
    </>
  )
  const arrow = hasArrow && <View className="second"><Icon name="right" size="xs" /></View>
  if (!onTap) return <View id={id} className="cell item">{words}{trail}</View>
  // A button at the end stands beside what opens the row, not inside it.
  if (trail) return <View id={id} className="cell item"><Tap className="item-open" onTap={onTap}>{words}</Tap>{trail}</View>
  return <Tap id={id} className="cell item" onTap={onTap}>{words}{arrow}</Tap>
}
