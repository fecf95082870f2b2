import { Popover } from 'antd'
import { useState } from 'react'
import { Icon } from '../../../components/Icon'
import { useMe } from '../../../services/me'
import { type Place, usePlace } from '../hooks/use-place'
import { PlaceBrowser } from './PlaceBrowser'

/** The places this person is appointed for, each once. */
export function useMyPlaces(): Place[] {
  const me = useMe()
  const places = new Map(
    me.appointments.map((post) => [
      post.regionId, { id: post.regionId, name: post.regionName, path: post.regionPath.split('/').filter(Boolean) },
    ]),
  )
  return [...places.values()]
}

export function PlaceSwitcher() {
  const roots = useMyPlaces()
  const { place, choose } = usePlace()
  const [isOpen, setOpen] = useState(false)
  if (roots.length === 0) return null
  const all = roots.length === 1 ? (roots[0]?.name ?? '') : '我管的全部地方'
  const pick = (next: Place | null) => {
    choose(next)
    setOpen(false)
  }
  const browser = (
    <PlaceBrowser
      roots={roots} onChoose={(next) => pick(next && roots.length === 1 && next.id === roots[0]?.id ? null : next)}
      value={place?.id ?? (roots.length === 1 ? roots[0]?.id : undefined) ?? ''}
      {...(roots.length > 1 ? { allLabel: all } : {})}
    />
  )
  return (
    <Popover
      open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} destroyOnHidden
      content={browser} styles={{ body: { padding: 0 } }}
    >
      <button type="button" className="place-button" aria-label={`看哪里：${place?.name ?? all}`} aria-expanded={isOpen}>
        <Icon name="pin" />
        <span className="clip">{place?.name ?? all}</span>
        <Icon name="down" />
      </button>
    </Popover>
  )
}
