import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Thumb } from '@/components/Photo'
import { SectionHeader } from '@/components/SectionHeader'
import { useKeptUrl } from '@/hooks/use-kept-url'
import { placeOf, type QueuedItem } from '@/services/queue/item'
import { discard, sendAgain, useQueue } from '@/services/queue/perform'
import { confirm } from '@/services/tell'
import { clockTime } from '@/services/when'
import './QueuedItems.scss'

async function review(item: QueuedItem) {
  const isAgain = await confirm({ title: '这一条没发出去', content: item.refusal?.words ?? '', yes: '再发一次', no: '不发了' })
  if (isAgain) return sendAgain(item)
  const isSure = await confirm({ title: '不发了？', content: `“${item.title}”会从手机里删掉。`, yes: '删掉', no: '先留着' })
  if (isSure) discard(item)
}

function Queued({ item, place }: { item: QueuedItem; place: number }) {
  const photo = useKeptUrl(item.attachments.find((each) => each.kind === 'photo')?.ref)
  const photos = item.attachments.filter((each) => each.kind === 'photo').length
  const isSpoken = item.attachments.some((each) => each.kind === 'voice')
  const parts = [isSpoken && '语音', photos > 0 && `照片 ${photos} 张`, `${clockTime(item.savedAt)} 存好`].filter(Boolean)
  return (
    <View className="cell item">
      <Thumb url={photo} label={item.title} />
      <View className="grow">
        <View className="h3 two-lines">{item.title}</View>
        <View className="second">{item.refusal ? item.refusal.words : parts.map((part, index) => <Text key={String(part)} className={index > 0 ? 'sep' : ''}>{part}</Text>)}</View>
        <View className={`queued-state${item.refusal ? ' refused' : ''}`}>
          <Icon name={item.refusal ? 'notice' : 'clock'} size="xs" />
          <Text>{item.refusal ? '要您看一下' : `排第 ${place}，开着乡里就会发`}</Text>
        </View>
      </View>
      {item.refusal && <Button kind="tint" isSmall words="去看" onTap={() => void review(item)} />}
    </View>
  )
}

/** What is saved on this phone and not yet with the server. */
export function QueuedItems({ record }: { record?: string }) {
  const all = useQueue()
  const items = record ? all.filter((item) => item.record === record) : all
  if (items.length === 0) return null
  return (
    <>
      <SectionHeader words="等着发出" count={items.length} />
      <View className="card list">
        {items.map((item) => <Queued key={item.key} item={item} place={placeOf(all, item)} />)}
      </View>
    </>
  )
}
