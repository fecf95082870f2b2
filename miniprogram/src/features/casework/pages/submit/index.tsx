import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { HoldToTalk } from '@/components/HoldToTalk'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { PhotoPicker } from '@/components/PhotoPicker'
import { Steps } from '@/components/Steps'
import { Tap } from '@/components/Tap'
import { TextArea } from '@/components/TextArea'
import { VoiceNote } from '@/components/VoiceNote'
import { useKeptUrl, useKeptUrls } from '@/hooks/use-kept-url'
import { AboutVillage } from '../../components/AboutVillage'
import { ForPerson } from '../../components/ForPerson'
import { useDraft, write } from '../../draft'
import { isSaid, personProblem } from '../../draft-rules'
import { open } from '../../open'
import { tell } from '@/services/tell'

/** Screen one of three: what it is about. A voice note alone is enough. */
export default function Submit() {
  const draft = useDraft()
  const voiceUrl = useKeptUrl(draft.voice?.ref)
  const urls = useKeptUrls(draft.photos)
  const next = () => {
    const problem = personProblem(draft.person)
    return problem ? tell(problem) : open('where')
  }
  const dock = (
    <>
      {!draft.voice && (
        <>
          <Text className="second middle">一段最长 60 秒，松开就存好</Text>
          <HoldToTalk onDone={({ ref, seconds }) => write({ voice: { ref, seconds } })} />
        </>
      )}
      <Button id="next" isWide words="下一步" isDisabled={!isSaid(draft)} onTap={next} />
    </>
  )
  return (
    <Page title="我要反映" dock={dock}>
      <Steps at={1} of={2} />
      <View>
        <View className="h1">什么事，说说看</View>
        <View className="second">只留一段语音也行，字和照片可以不填。</View>
      </View>
      {draft.scanned && (
        <View className="note"><Icon name="pin" size="xs" /><Text className="grow">在：{draft.scanned.name}</Text><Tap id="leave-code" className="link" onTap={() => write({ scanned: undefined, place: { words: '' } })}>不是这儿</Tap></View>
      )}
      <Tap id="open-stop" className="note" onTap={() => open('stop')}><Icon name="phone" size="xs" /><Text className="grow">着火、漏气、有人受伤、正在出事？先打电话</Text><Icon name="right" size="xs" /></Tap>
      <View className="card list">
        {draft.voice && voiceUrl && <View className="cell"><VoiceNote url={voiceUrl} seconds={draft.voice.seconds} onRemove={() => write({ voice: undefined })} /></View>}
        <View className="cell">
          <TextArea id="words" label="什么事" most={500} value={draft.words} placeholder="也可以在这儿写字" onChange={(words) => write({ words })} />
        </View>
      </View>
      <PhotoPicker
        photos={draft.photos.map((ref) => ({ ref, url: urls[ref] ?? '' }))}
        onChange={(photos) => write({ photos: photos.map((photo) => photo.ref) })}
      />
      <ForPerson draft={draft} />
      <AboutVillage draft={draft} />
      {isSaid(draft) && <View className="note"><Icon name="check" size="xs" /><Text>写到这儿的都存好了，退出去也不会丢。</Text></View>}
    </Page>
  )
}
