import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Timeline.scss'

export interface Happening {
  key: string | number
  title: string
  /** Who and when. */
  note: ReactNode
  /** Words, photos, a voice note. */
  more?: ReactNode
}

/** What happened, newest first; the newest stands out. */
export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <View className="timeline" role="list">
      {happenings.map(({ key, title, note, more }, index) => (
        <View key={key} className="event" role="listitem">
          <View className={index === 0 ? 'b' : ''}>{title}</View>
          <View className="second">{note}</View>
          {more && <View className="event-more">{more}</View>}
        </View>
      ))}
    </View>
  )
}
