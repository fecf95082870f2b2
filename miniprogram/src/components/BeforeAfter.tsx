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

const SAID = '您反映时的照片'
const DONE = '办好后的照片'

/** One of each side by side; the rest of the answer's photos beneath. Whose each is stands on it: what was reported is no proof of the work. */
export function BeforeAfter({ before, after }: BeforeAfterProps) {
  const [said] = before
  const [done, ...more] = after
  const first = [...(said ? [{ ...said, caption: SAID }] : []), ...(done ? [{ ...done, caption: DONE }] : [])]
  return (
    <View className="stack">
      <PhotoRow photos={first} captions={first.map(({ caption }) => caption)} />
      <PhotoRow photos={more} captions={more.map(() => DONE)} />
    </View>
  )
}
