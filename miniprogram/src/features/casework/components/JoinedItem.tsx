import { Text } from '@tarojs/components'
import { stateLabels } from '@xiangli/shared/casework/labels'
import type { JoinedSummary } from '@xiangli/shared/casework/similar-views'
import { ListItem } from '@/components/ListItem'
import { Thumb } from '@/components/Photo'
import { shortly } from '@/services/when'

export const othersWords = ({ supporters, reports }: Pick<JoinedSummary, 'supporters' | 'reports'>): string => `一共 ${supporters + reports} 人遇到`

export function JoinedItem({ joined, onTap }: { joined: JoinedSummary; onTap: () => void }) {
  return (
    <ListItem
      id={`joined-${joined.id}`} title={joined.title} lead={<Thumb url={joined.thumbUrl} voiceSeconds={joined.voiceSeconds} label={joined.title} />}
      note={<>{stateLabels[joined.state]}<Text className="sep" />{joined.villageName ?? ''}</>}
      foot={<Text>{othersWords(joined)}，{shortly(joined.updatedAt)} 更新</Text>}
      onTap={onTap}
    />
  )
}
