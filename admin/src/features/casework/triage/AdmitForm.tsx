import { useQueryClient } from '@tanstack/react-query'
import type { TriageRow } from '@xiangli/shared/casework/contract/triage'
import { App, Button, Input, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { NoticeLine } from '../../../components/NoticeLine'
import { openCategoryOptions, useCaseType } from '../../../services/use-case-type'
import { useCommands } from '../../../services/use-command'
import { useMyPlaces } from '../../region/components/PlaceSwitcher'
import { VillageField } from '../calls/VillageField'

const MapPicker = lazy(() => import('../../region/map/MapPicker'))

type Place = { villageId?: string | undefined; gridId?: string | undefined; point?: [number, number]; name?: string }

/** Only what was put right is sent: what the reporter said stays as they said it. */
function placeInput(place: Place | null) {
  if (!place) return {}
  if (place.point) return { place: { point: place.point } }
  return place.villageId ? { place: { villageId: place.villageId, ...(place.gridId ? { gridId: place.gridId } : {}) } } : {}
}

export function AdmitForm({ row }: { row: TriageRow }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const commands = useCommands()
  const roots = useMyPlaces()
  const type = useCaseType()
  const [category, setCategory] = useState(row.category)
  const [place, setPlace] = useState<Place | null>(null)
  const [isMapOpen, setMapOpen] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const isPlaced = Boolean(row.villageId ?? place?.villageId ?? place?.point)
  const again = () => void client.invalidateQueries({ predicate: ({ queryKey: [operation] }) => String(operation).startsWith('casework.') })
  const onCase = { caseId: row.id, rev: row.rev }
  const admit = async () => {
    const done = await commands.run('casework.admit', { ...onCase, ...(category && category !== row.category ? { category } : {}), ...placeInput(place) })
    if (done) void message.success(`收下了，由${done.ownerName}负责，${done.handlerName}办理`)
    again()
  }
  const turnAway = async () => {
    const done = await commands.run('casework.turnAway', { ...onCase, reason: (reason ?? '').trim() })
    if (done) void message.success('没有收，反映人凭查询码看得到理由')
    again()
  }
  if (reason !== null) {
    return (
      <form className="after-form" aria-label="不收" onSubmit={(event) => { event.preventDefault(); void turnAway() }}>
        <label htmlFor="away-reason">为什么不收</label>
        <Input.TextArea id="away-reason" autoFocus value={reason} maxLength={300} showCount autoSize={{ minRows: 3, maxRows: 8 }} placeholder="如：是广告；看不出是哪里、什么事，请重新反映" onChange={(event) => setReason(event.target.value)} />
        <NoticeLine icon="warning" tone="soon">不收就到此为止，不算哪个单位的事；反映人看得到这个理由。拿不准就先收下。</NoticeLine>
        <FailureLine failure={commands.failure} />
        <div className="row"><Button danger type="primary" htmlType="submit" className="fill" disabled={!reason.trim()} loading={commands.isBusy}>不收</Button><Button onClick={() => setReason(null)}>再看看</Button></div>
      </form>
    )
  }
  return (
    <form className="after-form" aria-label="核实" onSubmit={(event) => { event.preventDefault(); void admit() }}>
      <label htmlFor="admit-category">哪一类</label>
      <Select id="admit-category" aria-label="哪一类" value={category} options={openCategoryOptions(type, row.category)} allowClear placeholder="还没有定，可以先不填" onChange={setCategory} />
      <span className="small second">{row.villageId ? '地点说错了才改' : '在哪个村'}</span>
      {place?.point
        ? <span className="row small nowrap"><Icon name="pin" />改为 <b className="clip">{place.name}</b><button type="button" className="link end" onClick={() => setPlace(null)}>不改了</button></span>
        : <VillageField villageId={place?.villageId} gridId={place?.gridId} onChange={setPlace} />}
      <div><Button icon={<Icon name="map" />} onClick={() => setMapOpen(true)}>在地图上点</Button></div>
      {isMapOpen && (
        <Suspense fallback={null}>
          <MapPicker regionId={row.villageId ?? roots[0]?.id ?? ''} {...(row.point ? { point: row.point } : {})} onClose={() => setMapOpen(false)} onPick={(point, name) => { setPlace({ point, name }); setMapOpen(false) }} />
        </Suspense>
      )}
      <NoticeLine icon="clock">收下后{isPlaced ? '归当地的村（居）委会负责' : '还没有村，先由县里负责'}，时限从第一次反映算起。</NoticeLine>
      <FailureLine failure={commands.failure} />
      <div className="row"><Button type="primary" htmlType="submit" className="fill" loading={commands.isBusy}>是真的，收下</Button><Button danger onClick={() => { commands.clear(); setReason('') }}>不收</Button></div>
    </form>
  )
}
