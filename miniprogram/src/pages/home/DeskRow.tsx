import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { StateTag } from '@/components/StateTag'
import { Tap } from '@/components/Tap'
import { CaseItem } from '@/features/casework/components/CaseItem'
import { limited } from '@/features/casework/counts'
import { isCaseEvent } from '@/features/casework/events'
import { open } from '@/features/casework/open'
import { useQuery } from '@/hooks/use-query'
import { useSession } from '@/services/session'

const WORKING = ['pending', 'accepted', 'handling'] as const

/** For whoever handles cases: what lies on the desk, the nearest deadlines with it. */
export function DeskRow({ most = 3 }: { most?: number }) {
  const isHandler = useSession((session) => session.me?.operations.includes('casework.accept') ?? false)
  const settings = { isOff: !isHandler, on: isCaseEvent }
  const { data } = useQuery('casework.countByColour', { mine: true }, settings)
  const { data: due } = useQuery('casework.listCases', { mine: true, states: [...WORKING], sort: 'due', limit: 3 }, settings)
  if (!isHandler || !data) return null
  const { red, yellow, green } = data.colours
  const sum = [red, yellow, green].reduce((total, each) => total + (each?.count ?? 0), 0)
  return (
    <View className="card list">
      <Tap id="desk" className="item cell" onTap={() => open('queue')}>
        <View className="round"><Icon name="tasks" /></View>
        <View className="grow">
          <View className="b">{sum > 0 ? `您手上有 ${sum} 件要办` : '您手上没有要办的'}</View>
          <View className="item-foot">
            {limited(red) && <StateTag tone="over" icon="diamond" words={`${limited(red)} 件超期`} />}
            {limited(yellow) && <StateTag tone="soon" icon="triangle" words={`${limited(yellow)} 件快到期`} />}
            {!limited(red) && !limited(yellow) && <Text>{limited(data.pending) ? `${limited(data.pending)} 件等您受理` : '看看等评价的'}</Text>}
          </View>
        </View>
        <View className="second"><Icon name="right" size="xs" /></View>
      </Tap>
      {(due?.items ?? []).slice(0, most).map((summary) => (
        <CaseItem key={summary.id} as="handler" summary={summary} onTap={() => open('case', { id: summary.id, as: 'staff' })} />
      ))}
    </View>
  )
}
