import type { TriageRow } from '@xiangli/shared/casework/contract/triage'
import { aboutLabels, channelLabels } from '@xiangli/shared/casework/labels'
import { PhotoStrip } from '../../../components/PhotoStrip'
import { fullTime } from '../../../components/time-words'
import { VoicePlayer } from '../../../components/VoicePlayer'
import { AdmitForm } from './AdmitForm'

/** All that is known of a report, and the two ways it can go. */
export function ReportCard({ row }: { row: TriageRow }) {
  const { placeCode, voice } = row
  return (
    <section className="card col" aria-label="这件反映">
      <header className="card-head"><h2 className="clip fill">{row.title}</h2><span className="tiny second nowrap">{row.serial}</span></header>
      <div className="after-body">
        {row.words && <p className="after-script">{row.words}</p>}
        {voice && <VoicePlayer url={voice.url} seconds={voice.seconds ?? 0} peaks={voice.waveform ?? []} label="反映人说的" />}
        <PhotoStrip photos={row.photos.map((photo) => ({ ...photo, alt: '反映人拍的' }))} />
        <dl className="facts">
          <dt>收到</dt><dd>{fullTime(row.receivedAt)}，{channelLabels[row.channel]}，{row.requesterName}</dd>
          <dt>地点</dt><dd>{row.placeName ?? '没有说'}{row.placeWords && <><br />{row.placeWords}</>}</dd>
          {placeCode && <><dt>地点码</dt><dd>{placeCode.kindLabel} {placeCode.name} <span className="code">{placeCode.code}</span></dd></>}
          {row.about && <><dt>反映谁</dt><dd>{aboutLabels[row.about]}</dd></>}
          <dt>谁核实</dt><dd>{row.deskName}{row.redAt && `，${fullTime(row.redAt)} 前`}{row.raisedAt && `；${fullTime(row.raisedAt)} 没人看，交到县里`}</dd>
          {row.turnedAwayAt && <><dt>没有收</dt><dd>{fullTime(row.turnedAwayAt)}：{row.reason}</dd></>}
        </dl>
        {row.can.includes('admit') && <AdmitForm row={row} />}
      </div>
    </section>
  )
}
