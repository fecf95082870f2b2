import { PLACE_KINDS, placeKindLabels, type PlaceKind } from '@xiangli/shared/casework/place-codes'
import { App, Button, Input, Modal, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { ulid } from 'ulid'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { call } from '../../../services/call'
import { openCategoryOptions, useCaseType } from '../../../services/use-case-type'
import { useCommand } from '../../../services/use-command'
import { useMyPlaces } from '../../region/components/PlaceSwitcher'
import { VillageField } from '../calls/VillageField'
import { useCodesAgain } from './use-codes-again'

const MapPicker = lazy(() => import('../../region/map/MapPicker'))
const kinds = PLACE_KINDS.map((value) => ({ value, label: placeKindLabels[value] }))

type Where = { villageId?: string | undefined; gridId?: string | undefined; point?: [number, number]; name?: string }

/** One code: what it is stuck to and where; the map says village and grid by itself. */
export function NewCode({ onClose }: { onClose: () => void }) {
  const roots = useMyPlaces()
  const type = useCaseType()
  const home = roots.length === 1 && roots[0]?.path.length === 3 ? roots[0].id : undefined
  const [id, setId] = useState(() => ulid())
  const [name, setName] = useState('')
  const [kind, setKind] = useState<PlaceKind>('lamp')
  const [where, setWhere] = useState<Where>({ villageId: home })
  const [category, setCategory] = useState<string>()
  const [words, setWords] = useState('')
  const [isMapOpen, setMapOpen] = useState(false)
  const add = useCommand('casework.addPlaceCodes')
  const again = useCodesAgain()
  const { message } = App.useApp()
  const { villageId, gridId, point } = where
  const choose = async (picked: [number, number], said: string) => {
    setMapOpen(false)
    const { place } = await call('region.locate', { point: picked })
    if (place) setWhere({ villageId: place.villageId, gridId: place.gridId, point: picked, name: said })
  }
  const save = async () => {
    if (!villageId) return
    const done = await add.run({ codes: [{ id, name: name.trim(), kind, villageId, ...(gridId ? { gridId } : {}), ...(point ? { point } : {}), ...(category ? { category } : {}), ...(words.trim() ? { words: words.trim() } : {}) }] })
    if (!done) return
    again()
    void message.success(`做好了：${name.trim()}`)
    setId(ulid())
    setName('')
    setWhere({ villageId: home })
  }
  return (
    <Modal open title="做一个地点码" okText="做好" cancelText="关上" okButtonProps={{ disabled: !name.trim() || !villageId, loading: add.isBusy }} onOk={() => void save()} onCancel={onClose}>
      <div className="code-new">
        <label>名称<Input value={name} maxLength={30} placeholder="如：三社井旁路灯" onChange={(event) => setName(event.target.value)} /></label>
        <label>种类<Select aria-label="种类" value={kind} options={kinds} onChange={setKind} /></label>
        <span className="label">在哪里</span>
        {point
          ? <span className="row small nowrap"><Icon name="pin" /><b className="clip">{where.name}</b><button type="button" className="link end" onClick={() => setWhere({ villageId, gridId })}>不用图上的点</button></span>
          : <VillageField villageId={villageId} gridId={gridId} onChange={setWhere} />}
        <div><Button icon={<Icon name="map" />} onClick={() => setMapOpen(true)}>在地图上点</Button></div>
        <label>常见的事（可不填）<Select aria-label="常见的事" value={category} options={openCategoryOptions(type, category)} allowClear placeholder="不限" onChange={setCategory} /></label>
        <label>说明（可不填）<Input value={words} maxLength={60} placeholder="如：杆上有编号 7" onChange={(event) => setWords(event.target.value)} /></label>
        <FailureLine failure={add.failure} />
      </div>
      {isMapOpen && <Suspense fallback={null}><MapPicker regionId={villageId ?? roots[0]?.id ?? ''} {...(point ? { point } : {})} onClose={() => setMapOpen(false)} onPick={(picked, said) => void choose(picked, said)} /></Suspense>}
    </Modal>
  )
}
