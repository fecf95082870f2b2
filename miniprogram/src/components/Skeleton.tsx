import { View } from '@tarojs/components'
import './Skeleton.scss'

/** The shape of what is coming; said once to screen readers. */
export function Skeleton({ rows = 3, kind = 'list' }: { rows?: number; kind?: 'list' | 'words' }) {
  return (
    <View className="card" role="status" aria-label="正在取">
      {Array.from({ length: rows }, (_, index) => (
        <View key={index} className="ghost">
          {kind === 'list' && <View className="ghost-photo" />}
          <View className="grow">
            <View className="ghost-line" /><View className="ghost-line half" />{kind === 'list' && <View className="ghost-line third" />}
          </View>
        </View>
      ))}
    </View>
  )
}
