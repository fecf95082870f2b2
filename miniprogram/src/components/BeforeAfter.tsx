import { View } from '@tarojs/components'
import { PhotoRow } from './Photo'

interface Shown {
  id: string
  url: string
  thumbUrl?: string
}

interface BeforeAfterProps {
  before: readonly Shown[]
  after: readonly Shown[]
}

/** One of each side by side; the rest of the answer's photos beneath. */
export function BeforeAfter({ before, after }: BeforeAfterProps) {
  const [first] = before
  if (!first || after.length === 0) return <PhotoRow photos={after.length > 0 ? after : before} />
  const [done, ...more] = after
  return (
    <View className="stack">
      <PhotoRow photos={[first, ...(done ? [done] : [])]} captions={['办之前', '办之后']} />
      <PhotoRow photos={more} />
    </View>
  )
}
