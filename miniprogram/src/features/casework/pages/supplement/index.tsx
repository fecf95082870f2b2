import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { ErrorState } from '@/components/ErrorState'
import { HoldToTalk } from '@/components/HoldToTalk'
import { Page } from '@/components/Page'
import { PhotoPicker } from '@/components/PhotoPicker'
import { Skeleton } from '@/components/Skeleton'
import { TextArea } from '@/components/TextArea'
import { VoiceNote } from '@/components/VoiceNote'
import { tell } from '@/services/tell'
import { DraftNote } from '../../components/DraftNote'
import { decide } from '../../decide'
import { isSaid } from '../../draft-rules'
import { beside } from '../../say'
import { useCase } from '../../use-case'
import { useReply } from '../../use-reply'

export default function Supplement() {
  const { view, error, reload } = useCase()
  const { reply, photos, voiceUrl, write, isBusy, isRestored, clear, send } = useReply(view && `${view.id} supplement`)
  const { voice } = reply
  const words = reply.words.trim()

  const submit = async () => {
    if (!view) return
    const decided = await send(() => decide({
      operation: 'casework.supplement', caseId: view.id, title: `给“${view.title}”补的话`, input: words ? { words } : {}, material: reply,
    }))
    if (decided.kind === 'refused') return
    if (decided.kind === 'sent') tell(`已经发给${view.handler.name}`)
    void Taro.navigateBack()
  }
  const dock = view && (
    <>
      {!voice && <HoldToTalk words="按住说话" onDone={({ ref, seconds }) => write({ voice: { ref, seconds } })} />}
      <Button id="send-supplement" isWide words="发出去" isBusy={isBusy} isDisabled={!isSaid(reply)} onTap={() => void submit()} />
    </>
  )
  return (
    <Page title="补充情况" dock={dock}>
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {!view && !error && <Skeleton kind="words" />}
      {view && (
        <>
          <View>
            <View className="h1">{view.asked ? view.asked.question : '还有什么要说的'}</View>
            <View className="second">{view.asked ? `${beside(view.handler.name)}想问您 · ${view.title}` : view.title}</View>
          </View>
          <DraftNote isShown={isRestored} onDiscard={clear} />
          <View className="card list">
            {voice && voiceUrl && <View className="cell"><VoiceNote url={voiceUrl} seconds={voice.seconds} onRemove={() => write({ voice: undefined })} /></View>}
            <View className="cell"><TextArea id="supplement-words" label="补充的话" most={500} value={reply.words} placeholder="写字、说话、拍照都行" onChange={(said) => write({ words: said })} /></View>
          </View>
          <PhotoPicker photos={photos} onChange={(picked) => write({ photos: picked.map(({ ref }) => ref) })} />
        </>
      )}
    </Page>
  )
}
