import { Text } from '@tarojs/components'
import { stateLabels } from '@xiangli/shared/casework/labels'
import type { PublicSummary } from '@xiangli/shared/casework/public-views'
import { ListItem } from '@/components/ListItem'
import { Thumb } from '@/components/Photo'
import { shortly } from '@/services/when'
import { open } from '../open'

/** One public case as a row. */
export function PublicItem({ item }: { item: PublicSummary }) {
  return (
    <ListItem
      id={`public-${item.id}`} title={item.summary}
      note={<>{stateLabels[item.state]}<Text className="sep" />{item.unitName}</>}
      lead={<Thumb url={item.thumbUrl} label={item.summary} />}
      foot={<Text>{[item.villageName, shortly(item.updatedAt)].filter(Boolean).join(' ')}</Text>}
      onTap={() => open('public-case', { id: item.id })}
    />
  )
}
