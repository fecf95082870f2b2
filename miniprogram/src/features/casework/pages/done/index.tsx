import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Facts } from '@/components/Facts'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Serial } from '@/components/Serial'
import { useQuery } from '@/hooks/use-query'
import { isAbout } from '@/services/live'
import { useQueue } from '@/services/queue/perform'
import { dayHead, when } from '@/services/when'
import { CodeLine } from '../../components/CodeLine'
import { turnTo } from '../../open'
import { beside } from '../../say'
import './index.scss'

function Arrived({ view }: { view: CaseView }) {
  const { handler, owner, acceptBy, redAt, triage } = view
  return (
    <>
      <View className="card">
        <View className="done-who">
          <Avatar name={handler.name} isUnit={!handler.personId} />
          <View className="grow"><View className="b">{handler.name}</View><View className="second">{handler.personId ? (handler.title ?? handler.unitName) : '由他们安排人来办'}</View></View>
        </View>
        <Facts facts={triage ? [
          { term: '谁先核实', words: triage.deskName },
          ...(redAt ? [{ term: '核实', words: `${when(redAt)} 前`, note: '选定您的村以后，反映的事直接到村里，不用先核实' }] : []),
        ] : [
          { term: '谁负责', words: owner.name },
          ...(acceptBy ? [{ term: '有人接', words: `${when(acceptBy)} 前` }] : []),
          ...(redAt ? [{ term: '办好', words: `${when(redAt)} 前` }] : []),
        ]} />
      </View>
      <Serial serial={view.serial} />
    </>
  )
}

const home = () => void Taro.switchTab({ url: '/pages/home/index' })

/** Screen three: who has it and until when, or that it is saved and will go by itself. */
export default function Done() {
  // Sealed and sent later, it has another number than this phone gave it: it stands in one's own list.
  const { id = '', title = '', later } = useRouter().params
  const isWaiting = useQueue().some((item) => item.record === id)
  const { data: view } = useQuery('casework.getMine', { caseId: id }, { isOff: isWaiting || later === '1', on: isAbout(id) })
  const heading = isWaiting ? '存好了，还没发出去' : view ? `已经送到${beside(view.handler.name)}手里` : '已经交上去了'
  const note = isWaiting ? '连上网会自动发出：开着乡里就发，或者下次打开时发。' : `${decodeURIComponent(title)} · ${view?.names === 'sealed' ? dayHead(view.receivedAt) : when(view?.receivedAt ?? new Date())}`
  const dock = (
    <>
      {isWaiting ? null : <Button id="see-case" isWide words="看进展" onTap={() => (later ? turnTo('mine') : turnTo('case', { id }))} />}
      <Button kind={isWaiting ? 'primary' : 'text'} isWide words="回首页" onTap={home} />
    </>
  )
  return (
    <Page title="我要反映" dock={dock}>
      <View className="done-sign"><Icon name={isWaiting ? 'clock' : 'check'} size="xl" /></View>
      <View>
        <View className="h1">{heading}</View>
        <View className="second">{note}</View>
      </View>
      {!isWaiting && view && <Arrived view={view} />}
      {!isWaiting && view?.sealed?.code && <CodeLine code={view.sealed.code} />}
    </Page>
  )
}
