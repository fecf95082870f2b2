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
  value?: string
  /** Said on top, chooses nothing in particular; left out when a choice is needed. */
  allLabel?: string
  deepest?: 'village' | 'grid'
  onChoose: (place: Place | null) => void
}

const placeOf = (division: Division): Place => ({
  id: division.id, name: division.shortName || division.name, path: division.path.split('/').filter(Boolean),
})

/** Goes down county, town, village, grid; a name chooses, its arrow opens. */
export function PlaceBrowser({ roots, value, allLabel, deepest = 'grid', onChoose }: Props) {
  const [trail, setTrail] = useState<Place[]>(roots.length === 1 ? roots : [])
  const here = trail[trail.length - 1]
  const { data, error, refetch } = useQuery('region.listDivisions', here ? { parentId: here.id } : {}, { isOff: !here, freshFor: 3_600_000 })
  const bottom: readonly string[] = deepest === 'grid' ? ['grid'] : ['village', 'grid']
  const children = here ? data?.items.filter((each) => deepest === 'grid' || each.level !== 'grid') : undefined

  return (
    <div className="places" role="group" aria-label="选地方">
      {allLabel && <Choice name={allLabel} isOn={!value} onChoose={() => onChoose(null)} />}
      {here && (
        <div className="places-trail">
          {trail.length > (roots.length === 1 ? 1 : 0) && (
            <button type="button" aria-label="回上一级" onClick={() => setTrail(trail.slice(0, -1))}><Icon name="left" /></button>
          )}
          <Choice name={here.name} isOn={value === here.id} onChoose={() => onChoose(here)} />
        </div>
      )}
      <div className="places-list">
        {!here && roots.map((root) => (
          <Choice key={root.id} name={root.name} isOn={value === root.id} onChoose={() => onChoose(root)} onOpen={() => setTrail([root])} />
        ))}
        {here && !data && !error && <RowsSkeleton rows={5} height={32} />}
        {error && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {children?.map((each) => (
          <Choice
            key={each.id} name={placeOf(each).name} isOn={value === each.id} onChoose={() => onChoose(placeOf(each))}
            {...(bottom.includes(each.level) ? {} : { onOpen: () => setTrail([...trail, placeOf(each)]) })}
          />
        ))}
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
