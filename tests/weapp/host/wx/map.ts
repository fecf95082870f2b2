let centre = { longitude: 0, latitude: 0 }

/** The person drags the map: it ends with another place in the middle. */
export function moveMap(longitude: number, latitude: number) {
  centre = { longitude, latitude }
  const shown = [...document.querySelectorAll('map')].filter((map) => (map as HTMLElement).offsetParent !== null)
  const map = shown.at(-1)
  if (!map) throw new Error('no map is on the screen')
  map.dispatchEvent(new CustomEvent('regionchange', { detail: { type: 'end', causedBy: 'drag', centerLocation: centre } }))
}

export const map = {
  createMapContext: () => ({ getCenterLocation: ({ success }: { success?: (place: object) => void }) => success?.(centre) }),
}
