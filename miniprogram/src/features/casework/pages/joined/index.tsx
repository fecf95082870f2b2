import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { actionLabels, stateLabels } from '@xiangli/shared/casework/labels'
import type { JoinedView } from '@xiangli/shared/casework/similar-views'
import { Button } from '@/components/Button'
import { ErrorState } from '@/components/ErrorState'
import { Page } from '@/components/Page'
import { PartyRow } from '@/components/PartyRow'
import { PhotoRow } from '@/components/Photo'
import { ProgressRail } from '@/components/ProgressRail'
import { Serial } from '@/components/Serial'
import { Skeleton } from '@/components/Skeleton'
import { StateTag } from '@/components/StateTag'
import { Timeline } from '@/components/Timeline'
import { usePull } from '@/hooks/use-pull'
import { useQuery } from '@/hooks/use-query'
import { isAbout } from '@/services/live'
import { perform } from '@/services/queue/perform'
import { confirm, tell } from '@/services/tell'
import { when } from '@/services/when'
import { othersWords } from '../../components/JoinedItem'
import { RAIL, railAt } from '../../say'
import '../../components/CaseHead.scss'

const labels: Readonly<Record<string, string>> = actionLabels

function Head({ view }: { view: JoinedView }) {
  const at = railAt(view.state)
  const isOpen = at !== undefined && at < RAIL.length
  return (
    <View className="card">
      <View className="head">
        <View className="head-title">
          <View className="h2 grow">{view.title}</View>
          <StateTag tone={isOpen ? 'wait' : 'done'} icon={isOpen ? 'eye' : 'done'} words={stateLabels[view.state]} />
        </View>
        <View className="second"><Text>{othersWords(view)}</Text>{view.redAt && isOpen && <Text className="sep">{when(view.redAt)} 前办好</Text>}</View>
        {at !== undefined && <ProgressRail steps={RAIL} at={at} />}
        {view.goesOnIn && <View className="second">并到 {view.goesOnIn.serial} 一起办，现在{stateLabels[view.goesOnIn.state]}</View>}
        {view.reason && <View className="second">{stateLabels[view.state]}：{view.reason}</View>}
      </View>
      <PartyRow part="办理" name={view.handlerName} />
      <PartyRow part="负责" name={view.ownerName} />
    </View>
  )
}

function Said({ view: { words, photos, answer } }: { view: JoinedView }) {
  return (
    <>
      {(words ?? photos.length > 0) && <View className="card pad stack">{words && <View>{words}</View>}<PhotoRow photos={photos} /></View>}
      {answer && <View className="card pad stack"><View className="b">{when(answer.at)} 说办好了</View><View>{answer.words}</View><PhotoRow photos={answer.photos} /></View>}
    </>
  )
}

/** Somebody else's case that one met as well: how it goes, never whose it is. */
export default function Joined() {
  const { id = '' } = useRouter().params
  const { data: view, error, reload } = useQuery('casework.getJoined', { caseId: id }, { on: isAbout(id) })
  const [isBusy, setBusy] = useState(false)
  usePull(reload)
  const leave = async () => {
    if (!(await confirm({ title: '不再跟着看？', content: '有进展就不再告诉您了，人数里也不算您。', yes: '不看了', no: '先留着' }))) return
    setBusy(true)
    const outcome = await perform({ operation: 'casework.leave', input: { caseId: id }, record: id, title: '不再跟着看' })
    setBusy(false)
    if (outcome.kind === 'refused') return tell(outcome.error.message)
    void Taro.navigateBack()
  }
  const dock = view && <Button id="leave-case" isWide kind="line" words="不再跟着看" isBusy={isBusy} onTap={() => void leave()} />
  return (
    <Page title="跟着看的事" dock={dock}>
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {!view && !error && <><Skeleton kind="words" rows={2} /><Skeleton kind="words" /></>}
      {view && (
        <>
          <Head view={view} />
          <Said view={view} />
          <View className="card">
            <Timeline happenings={[...view.steps].reverse().map(({ n, at, action }) => ({ key: n, title: labels[action] ?? '', note: <Text>{when(at)}</Text> }))} />
          </View>
          <Serial serial={view.serial} />
        </>
      )}
    </Page>
  )
}
