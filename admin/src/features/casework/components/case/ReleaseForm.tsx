import { seenOnRelease } from '@xiangli/shared/casework/labels'
import type { SayingView } from '@xiangli/shared/casework/sealed-views'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { fullTime } from '../../../../components/time-words'
import { VoicePlayer } from '../../../../components/VoicePlayer'
import { useNow } from '../../../../services/clock'
import { useCommand } from '../../../../services/use-command'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'
import './sealed.css'

/** Listen, look, type, tick: what is typed here is all that whoever works on it will know. */
export function ReleaseForm({ shown, desk, onDone, onStop }: ActFormProps) {
  const now = useNow()
  const read = useCommand('casework.readSayings')
  const [sayings, setSayings] = useState<SayingView[] | null>(null)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [isAbout, setAbout] = useState(false)
  const from = shown.sealed?.toRelease?.from
  const isSoon = !isAbout && from !== undefined && Date.parse(from) > now
  const about = isAbout ? 'village' : shown.about
  const isFirst = !shown.sealed?.releasedAt

  const listen = async () => {
    const answer = await read.run({ caseId: shown.id })
    if (answer) setSayings(answer.items.filter((saying) => !saying.isReleased))
  }
  const submit = async () => {
    if (!words.trim() || isSoon) return
    if (await desk.act('casework.release', { words: words.trim(), photoFileIds: chosen, ...(isAbout ? { about: 'village' as const } : {}) })) onDone('已放行，办理的人只看到您转写的内容')
  }
  if (!sayings) {
    return (
      <FormFrame title="转写放行" onStop={onStop} onSubmit={() => void listen()}>
        <NoticeLine icon="lock">反映人隐名。原话、录音和照片只有您能听能看，看一次记一次日志；别的人只看到您转写的内容。</NoticeLine>
        <FailureLine failure={read.failure} />
        <div className="row">
          <Button type="primary" htmlType="submit" className="fill" loading={read.isBusy}>听录音、看原话</Button>
          <Button onClick={onStop}>先不办</Button>
        </div>
      </FormFrame>
    )
  }
  return (
    <FormFrame title="转写放行" onStop={onStop} onSubmit={() => void submit()}>
      {sayings.map((saying) => <Saying key={saying.n} saying={saying} chosen={chosen} onChoose={setChosen} />)}
      <label htmlFor="release-words">转写成文字</label>
      <Input.TextArea
        id="release-words" value={words} maxLength={1000} showCount autoFocus autoSize={{ minRows: 4, maxRows: 10 }}
        placeholder="只写事情：什么事、在哪儿、什么时候。不写“我家”“隔壁”这样能猜出是谁的话" onChange={(event) => setWords(event.target.value)}
      />
      {isFirst && !shown.about && <Checkbox checked={isAbout} onChange={(event) => setAbout(event.target.checked)}>反映的是村干部或村里的单位，不给村里看</Checkbox>}
      {isSoon && <NoticeLine icon="clock" tone="soon">{fullTime(from)} 以后才能放行，免得村里从时间上猜出是谁。可以先受理，内容先写好。</NoticeLine>}
      <NoticeLine icon="eye">{seenOnRelease[about ?? 'nobody']}；语音不会放出去，照片换了编号。</NoticeLine>
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!words.trim() || isSoon}>{chosen.length > 0 ? `放行文字和 ${chosen.length} 张照片` : '放行文字'}</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不办</Button>
      </div>
    </FormFrame>
  )
}

type SayingProps = { saying: SayingView; chosen: string[]; onChoose: (ids: string[]) => void }

function Saying({ saying, chosen, onChoose }: SayingProps) {
  const toggle = (id: string, isOn: boolean) => onChoose(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))
  return (
    <section className="saying" aria-label={`${saying.on} 说的`}>
      <span className="tiny second">{saying.on} 说的{saying.placeWords && `，地点：${saying.placeWords}`}</span>
      {saying.voice && <VoicePlayer url={saying.voice.url} seconds={saying.voice.seconds ?? 0} peaks={saying.voice.waveform ?? []} label="反映人的语音" />}
      {saying.words && <p className="saying-words">{saying.words}</p>}
      {saying.photos.length > 0 && (
        <div className="saying-photos" role="group" aria-label="勾选能放行的照片">
          {saying.photos.map((photo, at) => (
            <label key={photo.id} className={chosen.includes(photo.id) ? 'chosen' : ''}>
              <img src={photo.thumbUrl ?? photo.url} alt={`照片 ${at + 1}`} />
              <Checkbox checked={chosen.includes(photo.id)} onChange={(event) => toggle(photo.id, event.target.checked)}>放行</Checkbox>
            </label>
          ))}
        </div>
      )}
    </section>
  )
}
