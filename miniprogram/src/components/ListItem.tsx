import { Text, View } from '@tarojs/components'
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
  /** A button or a value at the right. */
  trail?: ReactNode
  hasArrow?: boolean
  onTap?: () => void
  id?: string
}

export function ListItem({ title, note, lead, foot, trail, hasArrow, onTap, id }: ListItemProps) {
  const body = (
    <>
      {lead}
      <View className="grow">
        <View className="h3 two-lines">{title}</View>
        {note && <View className="second item-note">{note}</View>}
        {foot && <View className="item-foot">{foot}</View>}
      </View>
      {trail && <View className="item-trail">{typeof trail === 'string' ? <Text className="second">{trail}</Text> : trail}</View>}
      {hasArrow && <View className="second"><Icon name="right" size="xs" /></View>}
    </>
  )
  if (!onTap) return <View id={id} className="cell item">{body}</View>
  return <Tap id={id} className="cell item" onTap={onTap}>{body}</Tap>
}
