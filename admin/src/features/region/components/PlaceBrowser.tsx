import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { useState } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { useQuery } from '../../../services/use-query'
import type { Place } from '../hooks/use-place'
import './place.css'

type Division = OutputOf<'region.listDivisions'>['items'][number]

type Props = {
  roots: Place[]
  /** Opened down to here at once; the way back up stays. */
  start?: Place[]
  value?: string
  /** Said on top, chooses nothing in particular; left out when a choice is needed. */
  allLabel?: string
  /** Levels too high to be an answer only open. */
  mayChoose?: (place: Place) => boolean
  onChoose: (place: Place | null) => void
}

/** County, town, village, grid. */
const GRID_DEPTH = 4

const placeOf = (division: Division): Place => ({
  id: division.id, name: division.shortName || division.name, path: division.path.split('/').filter(Boolean),
})

/** Goes down county, town, village, grid; a name chooses, its arrow opens. */
export function PlaceBrowser({ roots, start, value, allLabel, mayChoose = () => true, onChoose }: Props) {
  const [trail, setTrail] = useState<Place[]>(start ?? (roots.length === 1 ? roots : []))
  const here = trail[trail.length - 1]
  const hasMore = here !== undefined && here.path.length < GRID_DEPTH
  const { data, error, refetch } = useQuery('region.listDivisions', here ? { parentId: here.id } : {}, { isOff: !hasMore, freshFor: 3_600_000 })
  const rowOf = (place: Place, isBottom = false) => {
    const open = () => setTrail([...trail, place])
    return (
      <Choice
        key={place.id} name={place.name} isOn={value === place.id} onChoose={() => (mayChoose(place) ? onChoose(place) : open())}
        {...(isBottom ? {} : { onOpen: open })}
      />
    )
  }

  return (
    <div className="places" role="dialog" aria-label="选地方">
      {allLabel && <Choice name={allLabel} isOn={!value} onChoose={() => onChoose(null)} />}
      {here && (
        <div className="places-trail">
          {trail.length > (roots.length === 1 ? 1 : 0) && (
            <button type="button" aria-label="回上一级" onClick={() => setTrail(trail.slice(0, -1))}><Icon name="left" /></button>
          )}
          {mayChoose(here) ? <Choice name={here.name} isOn={value === here.id} onChoose={() => onChoose(here)} /> : <b className="places-here">{here.name}</b>}
        </div>
      )}
      <div className="places-list">
        {!here && roots.map((root) => rowOf(root))}
        {hasMore && !data && !error && <RowsSkeleton rows={5} height={32} />}
        {error && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {hasMore && data?.items.map((each) => rowOf(placeOf(each), each.level === 'grid'))}
      </div>
    </div>
  )
}

type ChoiceProps = { name: string; isOn: boolean; onChoose: () => void; onOpen?: () => void }

function Choice({ name, isOn, onChoose, onOpen }: ChoiceProps) {
  return (
    <div className={isOn ? 'place-row on' : 'place-row'}>
      <button type="button" className="clip fill" aria-pressed={isOn} onClick={onChoose}>{name}</button>
      {onOpen && <button type="button" aria-label={`看${name}下面的地方`} onClick={onOpen}><Icon name="right" /></button>}
    </div>
  )
}
