import type { InputOf } from '@xiangli/shared/catalog/contracts'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Icon } from '../../../../components/Icon'
import { PlaceBrowser } from '../../../region/components/PlaceBrowser'
import { useMyPlaces } from '../../../region/components/PlaceSwitcher'
import type { Place } from '../../../region/hooks/use-place'

const MapPicker = lazy(() => import('../../../region/map/MapPicker'))

export type ChosenPlace = { name: string; input: NonNullable<InputOf<'casework.route'>['place']> }

type Props = { shown: CaseView; value: ChosenPlace | null; onChange: (place: ChosenPlace | null) => void }

/** Only villages and grids are places a case can lie in. */
function inputFor(place: Place): ChosenPlace['input'] | null {
  if (place.path.length === 3) return { villageId: place.id }
  const villageId = place.path[2]
  return villageId && place.path.length === 4 ? { gridId: place.id, villageId } : null
}

/** A township's desk nearly always looks for a grid of the village it already knows. */
function startAt(roots: Place[], { villageId, villageName }: CaseView['place']): Place[] | undefined {
  const [root] = roots
  if (roots.length !== 1 || root?.path.length !== 2 || !villageId || !villageName) return undefined
  return [root, { id: villageId, name: villageName, path: [...root.path, villageId] }]
}

export function PlaceField({ shown, value, onChange }: Props) {
  const roots = useMyPlaces()
  const start = startAt(roots, shown.place)
  const [isListOpen, setListOpen] = useState(false)
  const [isMapOpen, setMapOpen] = useState(false)
  const choose = (place: Place | null) => {
    const input = place && inputFor(place)
    if (!place || !input) return
    onChange({ name: place.name, input })
    setListOpen(false)
  }
  return (
    <div className="place-field">
      {value && (
        <span className="row small nowrap"><Icon name="pin" />改为 <b className="clip">{value.name}</b><button type="button" className="link end" onClick={() => onChange(null)}>不改了</button></span>
      )}
      <div className="row">
        <Popover open={isListOpen} onOpenChange={setListOpen} trigger="click" placement="bottomLeft" arrow={false} destroyOnHidden content={<PlaceBrowser roots={roots} {...(start ? { start } : {})} mayChoose={(place) => inputFor(place) !== null} onChoose={choose} />} styles={{ body: { padding: 0 } }}>
          <Button className="fill" icon={<Icon name="list" />}>选村或网格</Button>
        </Popover>
        <Button className="fill" icon={<Icon name="map" />} onClick={() => setMapOpen(true)}>在地图上点</Button>
      </div>
      {isMapOpen && (
        <Suspense fallback={null}>
          <MapPicker
            regionId={shown.place.villageId ?? roots[0]?.id ?? ''} {...(shown.place.point ? { point: shown.place.point } : {})}
            onClose={() => setMapOpen(false)}
            onPick={(point, name) => { onChange({ name, input: { point } }); setMapOpen(false) }}
          />
        </Suspense>
      )}
    </div>
  )
}
