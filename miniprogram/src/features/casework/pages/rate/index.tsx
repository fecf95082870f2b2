import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CaseView } from '@xiangli/shared/casework/views'
import { BeforeAfter } from '@/components/BeforeAfter'
import { Button } from '@/components/Button'
import { ErrorState } from '@/components/ErrorState'
import { Page } from '@/components/Page'
import { PhotoPicker } from '@/components/PhotoPicker'
import { Rating } from '@/components/Rating'
import { Skeleton } from '@/components/Skeleton'
import { TextArea } from '@/components/TextArea'
import { tell } from '@/services/tell'
import { when } from '@/services/when'
import { DraftNote } from '../../components/DraftNote'
import { TwoChoices } from '../../components/TwoChoices'
import { decide } from '../../decide'
import type { Said } from '../../draft-rules'
import { useCase } from '../../use-case'
import { useReply } from '../../use-reply'

function Answer({ view }: { view: CaseView }) {
  const { answer } = view
  return (
    <View className="card pad stack">
      <View>
        <View className="b">{view.title}</View>
        {answer && <View className="second">{answer.byName} {when(answer.at)} 说办好了{answer.isUnsigned ? '（负责人没签）' : ''}</View>}
      </View>
      <BeforeAfter before={view.photos} after={answer?.photos ?? []} />
      {answer && <View>{answer.words}</View>}
    </View>
  )
}

const VERDICTS = [
  { value: 'fixed', words: '办好了', icon: 'check' },
  { value: 'notFixed', words: '没办好，重办', icon: 'again' },
] as const
type Verdict = (typeof VERDICTS)[number]['value']

/** The only judge of an answer is the one who asked. */
export default function Rate() {
  const { view, error, reload } = useCase()
  const isReopening = useRouter().params.for === 'reopen'
  const [chosen, choose] = useState<Verdict>()
  const { reply, photos, write, isBusy, isRestored, clear, send } = useReply<Said & { verdict?: Verdict; score?: number }>(view && `${view.id} rate`)
  const { score = 0 } = reply
  const words = reply.words.trim()
  const verdict = chosen ?? (isReopening ? 'notFixed' : (reply.verdict ?? 'fixed'))
  const isFixed = verdict === 'fixed'
  const choices = VERDICTS.filter(({ value }) => view?.can.includes(value === 'fixed' ? 'rate' : 'reopen'))

  const submit = async () => {
    if (!view) return
    const about = { caseId: view.id, title: view.title }
    const decided = await send(() => (isFixed
      ? decide({ operation: 'casework.rate', ...about, input: { score, ...(words && { words }) } })
      : decide({ operation: 'casework.reopen', ...about, input: { words }, material: { photos: reply.photos } })))
    if (decided.kind === 'refused') return
    if (decided.kind === 'sent' && decided.view.sealed?.waiting) tell(`收到了，${when(decided.view.sealed.waiting.due)} 生效`)
    else if (decided.kind === 'sent') tell(isFixed ? '谢谢您，这件事办结了' : '已经请他们重新办')
    void Taro.navigateBack()
  }
  const isReady = isFixed ? score > 0 : words !== ''
  const dock = view && <Button id="send-rating" isWide words={isFixed ? '提交评价' : '请他们重新办'} isBusy={isBusy} isDisabled={!isReady} onTap={() => void submit()} />
  return (
    <Page title="评价" dock={dock}>
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {!view && !error && <Skeleton kind="words" />}
      {view && (
        <>
          <Answer view={view} />
          <View className="h1">办好了吗</View>
          <TwoChoices choices={choices} value={verdict} onChange={(value) => { choose(value); write({ verdict: value }) }} />
          <DraftNote isShown={isRestored} onDiscard={clear} />
          <View className="card pad stack">
            {isFixed && <Rating score={score} onChange={(stars) => write({ score: stars })} />}
            <TextArea
              id="rating-words" isShort label={isFixed ? '想说的话' : '哪里没办好'} most={isFixed ? 300 : 500} value={reply.words} onChange={(said) => write({ words: said })}
              placeholder={isFixed ? '想说的话，可以不填' : '哪里没办好，说说看'}
            />
          </View>
          {!isFixed && <PhotoPicker photos={photos} onChange={(picked) => write({ photos: picked.map(({ ref }) => ref) })} />}
          {isFixed && view.rateBy && <View className="second">{when(view.rateBy)} 前没评价，按“未评价”结束。</View>}
        </>
      )}
    </Page>
  )
}
