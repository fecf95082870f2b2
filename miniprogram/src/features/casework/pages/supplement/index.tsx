import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { ErrorState } from '@/components/ErrorState'
import { HoldToTalk } from '@/components/HoldToTalk'
import { Page } from '@/components/Page'
import { PhotoPicker } from '@/components/PhotoPicker'
import { Skeleton } from '@/components/Skeleton'
import { TextArea } from '@/components/TextArea'
import { VoiceNote } from '@/components/VoiceNote'
import type { Recording } from '@/hooks/use-recorder'
import type { PickedPhoto } from '@/services/camera'
import { tell } from '@/services/tell'
import { decide } from '../../decide'
import { beside } from '../../say'
import { useCase } from '../../use-case'

export default function Supplement() {
  const { view, error, reload } = useCase()
  const [words, setWords] = useState('')
  const [voice, setVoice] = useState<Recording>()
  const [photos, setPhotos] = useState<PickedPhoto[]>([])
  const [isBusy, setBusy] = useState(false)
  const isSaid = words.trim() !== '' || voice !== undefined || photos.length > 0

  const send = async () => {
    if (!view) return
    setBusy(true)
    const decided = await decide({
      operation: 'casework.supplement', caseId: view.id, title: `给“${view.title}”补的话`,
      input: words.trim() ? { words: words.trim() } : {}, material: { voice, photos: photos.map(({ ref }) => ref) },
    })
    setBusy(false)
    if (decided.kind === 'refused') return
    if (decided.kind === 'sent') tell(`已经发给${view.handler.name}`)
    void Taro.navigateBack()
  }
  const dock = view && (
    <>
      {!voice && <HoldToTalk words="按住说话" onDone={setVoice} />}
      <Button id="send-supplement" isWide words="发出去" isBusy={isBusy} isDisabled={!isSaid} onTap={() => void send()} />
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
          <View className="card list">
            {voice && <View className="cell"><VoiceNote url={voice.url} seconds={voice.seconds} onRemove={() => setVoice(undefined)} /></View>}
            <View className="cell"><TextArea id="supplement-words" label="补充的话" most={500} value={words} placeholder="写字、说话、拍照都行" onChange={setWords} /></View>
          </View>
          <PhotoPicker photos={photos} onChange={setPhotos} />
        </>
      )}
    </Page>
  )
}
