import { Input, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { stopsOf, type StoppingAnswer } from '@xiangli/shared/casework/stoppers'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Tap } from '@/components/Tap'
import { call } from '@/services/call'
import { newId } from '@/services/ids'
import { asCallError } from '@/services/request'
import { useSession } from '@/services/session'
import { tell } from '@/services/tell'
import { useDraft } from '../../draft'
import { asMyself } from '../../open'
import { useCaseType } from '../../use-case-type'
import '../../components/ForPerson.scss'
import './index.scss'

function Choose({ onChoose }: { onChoose: (stop: StoppingAnswer) => void }) {
  const stops = stopsOf(useCaseType())
  return (
    <>
      <View>
        <View className="h1">是不是急事</View>
        <View className="second">有危险的，打电话最快，不用在这儿写。</View>
      </View>
      <View className="card list">
        {stops.map((stop) => (
          <Tap key={`${stop.question} ${stop.answer}`} id={`stop-${stop.question}-${stop.answer}`} className="cell person-row" onTap={() => onChoose(stop)}>
            <View className="grow b">{stop.label}</View><Icon name="right" size="s" />
          </Tap>
        ))}
      </View>
    </>
  )
}

/** One tap lets the duty desk ring back: beside the emergency number, never instead of it. */
function RingBack({ stop }: { stop: StoppingAnswer }) {
  const me = useSession((session) => session.me)
  const place = useDraft((draft) => draft.place)
  const [phone, setPhone] = useState('')
  const [rung, setRung] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [ringId] = useState(newId)
  const [key] = useState(newId)
  const needsPhone = me?.phone === undefined

  const ring = async () => {
    if (needsPhone && !/^1\d{10}$/.test(phone)) return tell('请留 11 位手机号，值班室好给您回过去')
    setBusy(true)
    try {
      const { point, villageId, words } = place
      const where = { ...(point && { point }), ...(villageId && { villageId }), ...(words.trim() && { words: words.trim() }) }
      const { deskName } = await call('casework.ringDutyDesk', { ringId, question: stop.question, answer: stop.answer, place: where, ...(needsPhone && { phone }) }, { key })
      setRung(deskName)
    } catch (cause) {
      tell(asCallError(cause).message)
    }
    return setBusy(false)
  }
  if (rung) return <View className="note"><Icon name="check" size="xs" /><Text>{rung}收到了，会给您回电。还没打 {stop.number} 的，请马上打。</Text></View>
  return (
    <View className="card pad stack">
      <View className="b">也让值班室知道</View>
      <View className="second">{!me ? '登录后留个电话' : needsPhone ? '留个电话' : `会给 ${me?.phone ?? ''} 回电`}，只有值班的人能看到，每次看都有记录。</View>
      {needsPhone && me && <Input id="ring-phone" className="person-field" type="number" value={phone} maxlength={11} placeholder="11 位手机号" aria-label="您的手机号" onInput={(event) => setPhone(event.detail.value)} />}
      <Button id="ring" isWide kind="line" icon="phone" words="让值班室给我回电" isBusy={isBusy} onTap={() => (me ? void ring() : void asMyself(() => undefined))} />
    </View>
  )
}

/** What cannot wait is not filed: the number, large, with a tap. */
export default function Stop() {
  const [stop, setStop] = useState<StoppingAnswer>()
  const dock = stop && (
    <>
      <Button id="call-stop" isWide icon="phone" words={`打 ${stop.number}`} onTap={() => void Taro.makePhoneCall({ phoneNumber: stop.number })} />
      <Button kind="text" isWide words="不是这样的急事" onTap={() => setStop(undefined)} />
    </>
  )
  return (
    <Page title="急事先打电话" dock={dock}>
      {!stop && <Choose onChoose={setStop} />}
      {stop && (
        <>
          <View className="card pad stack">
            <View className="h2 stop-words">{stop.label}</View>
            <View className="stop-number">{stop.number}</View>
            <View className="stop-words">{stop.words}</View>
          </View>
          <RingBack stop={stop} />
        </>
      )}
    </Page>
  )
}
