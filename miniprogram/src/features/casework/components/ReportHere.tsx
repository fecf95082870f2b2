import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { PhotoPicker } from '@/components/PhotoPicker'
import { TextArea } from '@/components/TextArea'
import type { PickedPhoto } from '@/services/camera'
import { newId } from '@/services/ids'
import { asCallError } from '@/services/request'
import { tell } from '@/services/tell'
import { turnTo } from '../open'
import { reportAt, type ScannedPlace } from '../scanned'
import './ForPerson.scss'

/** Said without an account: words or one photo, a number only if one likes. A code is all that is left of it. */
export function ReportHere({ place }: { place: ScannedPlace }) {
  const [once] = useState(() => ({ caseId: newId(), key: newId() }))
  const [words, setWords] = useState('')
  const [phone, setPhone] = useState('')
  const [photos, setPhotos] = useState<PickedPhoto[]>([])
  const [isBusy, setBusy] = useState(false)
  const isSaid = words.trim() !== '' || photos.length > 0
  const send = async () => {
    setBusy(true)
    try {
      const { receipt } = await reportAt({ ...once, code: place.code, words, phone, photo: photos[0]?.ref })
      turnTo('code', { code: receipt, isNew: '1' })
    } catch (cause) {
      const error = asCallError(cause)
      tell(error.code === 'network' ? '没连上，写的还在，请再点一次提交。' : error.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className="stack">
      <View className="card list">
        <View className="cell"><TextArea id="words" label="什么事" most={500} value={words} placeholder="这里怎么了" onChange={setWords} /></View>
        <View className="cell">
          <View className="b">电话，可不填</View>
          <Input id="phone" className="person-field" type="number" value={phone} maxlength={12} placeholder="想让人给您回电话才填" aria-label="电话，可不填" onInput={(event) => setPhone(event.detail.value)} />
        </View>
      </View>
      <PhotoPicker most={1} photos={photos} onChange={setPhotos} />
      <View className="note"><Icon name="check" size="xs" /><Text>先由镇上（或县里）看一眼，收下后按时限办。提交后给您一个查询码，请记下来。</Text></View>
      <Button id="send" isWide words="提交" isDisabled={!isSaid} isBusy={isBusy} onTap={() => void send()} />
    </View>
  )
}
