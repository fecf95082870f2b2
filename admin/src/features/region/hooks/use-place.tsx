import { createContext, useContext, useMemo } from 'react'
import { useKept } from '../../../services/kept'
import { useMe } from '../../../services/me'

/** A region chosen in the header; every list looks only there. */
export type Place = { id: string; name: string; path: string[] }

type PlaceChoice = { place: Place | null; choose: (place: Place | null) => void }

const PlaceContext = createContext<PlaceChoice>({ place: null, choose: () => undefined })

export function PlaceProvider({ children }: { children: React.ReactNode }) {
  const me = useMe()
  const [kept, keep] = useKept<Place | null>(`xl.place.${me.id}`, null)
  // A place kept from an appointment that has ended would show empty lists for no visible reason.
  const isStillMine = kept !== null && me.appointments.some((post) => kept.path.includes(post.regionId))
  const place = isStillMine ? kept : null
  const choice = useMemo(() => ({ place, choose: keep }), [place, keep])
  return <PlaceContext.Provider value={choice}>{children}</PlaceContext.Provider>
}

export const usePlace = () => useContext(PlaceContext)

/** The input every list takes its place from. */
export function useRegionFilter(): { regionId?: string } {
  const { place } = usePlace()
  return place ? { regionId: place.id } : {}
}
