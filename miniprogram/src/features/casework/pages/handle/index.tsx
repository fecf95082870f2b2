import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button } from '@/components/Button'
import { DeadlineTag } from '@/components/DeadlineTag'
import { ErrorState } from '@/components/ErrorState'
import { Page } from '@/components/Page'
import { PhotoRow } from '@/components/Photo'
import { PhotoPicker } from '@/components/PhotoPicker'
import { RadioCard } from '@/components/RadioCard'
import { Skeleton } from '@/components/Skeleton'
import { TextArea } from '@/components/TextArea'
import { tell } from '@/services/tell'
import { DraftNote } from '../../components/DraftNote'
import { decide } from '../../decide'
import type { Said } from '../../draft-rules'
import { beside, untilWords } from '../../say'
import { useCase } from '../../use-case'
import { useReply } from '../../use-reply'

type Result = 'answer' | 'handle'

const resultsFor = ({ can, requester }: CaseView) => [
  { value: 'answer' as const, words: `办好了，请${beside(requester.name)}评价` },
  { value: 'handle' as const, words: '没办完，先记一笔' },
].filter(({ value }) => can.includes(value))

function About({ view }: { view: CaseView }) {
  return (
    <View className="card pad row">
      <View className="grow">
        <View className="b two-lines">{view.title}</View>
        <View className="second"><Text>{view.requester.name}</Text><Text className="sep">{untilWords(view)}</Text></View>
      </View>
      <DeadlineTag of={view} />
    </View>
  )
}

export default function Handle() {
  const { view, error, reload } = useCase()
  const isNote = useRouter().params.for === 'note'
  const [chosen, choose] = useState<Result>()
  const { reply, photos, write, isBusy, isRestored, clear, send } = useReply<Said & { result?: Result }>(view && `${view.id} work`)
  const result = chosen ?? (isNote ? 'handle' : (reply.result ?? 'answer'))
  const words = reply.words.trim()

  const submit = async () => {
    if (!view) return
    const decided = await send(() => decide({ operation: `casework.${result}`, caseId: view.id, title: view.title, input: { words }, material: { photos: reply.photos } }))
    if (decided.kind === 'refused') return
    if (decided.kind === 'sent') tell(decided.view.signing ? '写好了，等负责人签字' : result === 'answer' ? `已经请${beside(view.requester.name)}评价` : '记好了')
    void Taro.navigateBack()
  }
  const dock = view && (
    <Button id="send-result" isWide words={result === 'answer' ? '提交办理结果' : '记下来'} isBusy={isBusy} isDisabled={words === ''} onTap={() => void submit()} />
  )
  return (
    <Page title="办理" dock={dock}>
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {!view && !error && <Skeleton kind="words" />}
      {view && (
        <>
          <About view={view} />
          <DraftNote isShown={isRestored} onDiscard={clear} />
          <View className="card pad stack">
            <View className="b">做了什么</View>
            <TextArea id="result-words" isShort label="做了什么" most={1000} value={reply.words} placeholder="比如：换了两块新盖板" onChange={(said) => write({ words: said })} />
            <View className="second">{beside(view.requester.name)}会看到这段话和照片</View>
          </View>
          {view.photos.length > 0 && <View className="card pad stack"><View className="b">反映时的照片</View><PhotoRow photos={view.photos} /></View>}
          <PhotoPicker photos={photos} words={result === 'answer' ? '拍办好的样子' : '拍现场'} onChange={(picked) => write({ photos: picked.map(({ ref }) => ref) })} />
          <RadioCard label="办得怎么样" options={resultsFor(view)} value={result} onChange={(value) => { choose(value); write({ result: value }) }} />
        </>
      )}
    </Page>
  )
}
