import { aboutLabels, channelLabels, gradeLabels } from '@xiangli/shared/casework/labels'
import type { CaseView } from '@xiangli/shared/casework/views'
import { minutesBetween } from '@xiangli/shared/core/time'
import { lazy, Suspense } from 'react'
import { PhotoStrip } from '../../../../components/PhotoStrip'
import { Tag } from '../../../../components/Tag'
import { fullTime, shortDay, shortTime } from '../../../../components/time-words'
import { VoicePlayer } from '../../../../components/VoicePlayer'
import { WhyList } from './WhyList'
import { RequesterLine } from './RequesterLine'

const PointMap = lazy(() => import('../../../region/map/PointMap'))

const knownBy = { point: '', chosen: '，没有定位点', bound: '，按群众所在的村', words: '，还不知道在哪个村', desk: '，还不知道在哪个村', unknown: '' } as const

export function placeLine({ place }: Pick<CaseView, 'place'>): string {
  const where = [place.townName, place.villageName, place.gridName].filter(Boolean).join(' ')
  return where ? `${where}${knownBy[place.by]}` : '还不知道在哪里'
}

/** Writing takes minutes; only a case that waited for the network is worth a second time. */
const cameLate = (occurredAt: string, receivedAt: string) => minutesBetween(new Date(occurredAt), new Date(receivedAt)) >= 15

/** What was said, heard and seen, and where. */
export function CaseFacts({ shown }: { shown: CaseView }) {
  const isSilent = !shown.words && !shown.voice && shown.photos.length === 0
  return (
    <section className="card col case-facts" aria-label="情况">
      <header className="card-head"><h2>情况</h2></header>
      <div className="card-body case-scroll">
        <PhotoStrip photos={shown.photos.map((photo, n) => ({ ...photo, alt: `现场照片 ${n + 1}` }))} />
        {shown.voice && <VoicePlayer url={shown.voice.url} seconds={shown.voice.seconds ?? 0} peaks={shown.voice.waveform ?? []} label="反映人的语音" />}
        {shown.words && <p className="case-words">{shown.words}</p>}
        {isSilent && <p className="small second">{shown.names === 'sealed' && !shown.sealed?.releasedAt ? '反映人隐名，内容还没有转写。' : '没有留下文字、语音或照片。'}</p>}
        {shown.sealed?.releasedAt && <p className="tiny second">以上是转写的内容，不是原话。</p>}
        <CaseMap shown={shown} />
        <dl className="facts">
          <dt>地点</dt>
          <dd>{placeLine(shown)}{shown.place.words && <><br />{shown.place.words}</>}</dd>
          <dt>类别</dt>
          <dd>{shown.categoryLabel ?? '还没有定'} <Tag tone={shown.grade === 'urgent' ? 'strong' : 'plain'}>{gradeLabels[shown.grade]}</Tag></dd>
          <dt>反映人</dt>
          <dd><RequesterLine shown={shown} /></dd>
          {shown.channel !== 'self' && <><dt>来源</dt><dd>{channelLabels[shown.channel]}{shown.filedBy && <span className="second">，代录：{shown.filedBy.name}</span>}{shown.wantsCallBack && <><br /><Tag tone="edit">办好后要回电</Tag></>}</dd></>}
          {shown.outside && <><dt>外部编号</dt><dd><b className="nowrap">{shown.outside.number}</b><br /><span className="second">{shown.outside.sourceName}{shown.outside.due && `，限 ${fullTime(shown.outside.due)} 前`}</span></dd></>}
          <dt>收到</dt>
          <dd>
            {shown.names === 'sealed' ? <>{shortDay(shown.receivedAt)} <span className="second">（隐名的只记到日）</span></> : fullTime(shown.receivedAt)}
            {shown.occurredAt && cameLate(shown.occurredAt, shown.receivedAt) && <span className="second"><br />手机上记的是 {shortTime(shown.occurredAt)}</span>}
          </dd>
          {shown.about && <><dt>反映的是</dt><dd><Tag tone="strong">{aboutLabels[shown.about]}</Tag><br /><span className="tiny second">不给那一级看，不公开，不合并</span></dd></>}
          {shown.reopenedCount > 0 && <><dt>重新办理</dt><dd>{shown.reopenedCount} 次</dd></>}
          {shown.supporterCount && <><dt>也遇到</dt><dd>{shown.supporterCount} 人，跟着看进展</dd></>}
          {shown.reason && <><dt>理由</dt><dd>{shown.reason}</dd></>}
        </dl>
        <WhyList caseId={shown.id} />
      </div>
    </section>
  )
}

function CaseMap({ shown: { place } }: { shown: CaseView }) {
  const regionId = place.gridId ?? place.villageId
  if (!regionId) return null
  return (
    <div className="case-map-small">
      <Suspense fallback={null}>
        <PointMap
          label={`地图：${place.villageName ?? ''}${place.gridName ?? ''}`} regionId={regionId}
          {...(place.villageId ? { gridsWithin: place.villageId } : {})} {...(place.point ? { point: place.point } : {})}
        />
      </Suspense>
    </div>
  )
}
