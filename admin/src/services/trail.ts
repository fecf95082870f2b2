/** The list a case was opened from, so that the case page can step to its neighbours. */
type Trail = { from: string; ids: string[] }

const KEY = 'xl.trail'

export function leaveTrail(trail: Trail) {
  sessionStorage.setItem(KEY, JSON.stringify(trail))
}

function readTrail(): Trail | null {
  const saved = sessionStorage.getItem(KEY)
  return saved ? (JSON.parse(saved) as Trail) : null
}

export function neighboursOf(id: string) {
  const trail = readTrail()
  const at = trail?.ids.indexOf(id) ?? -1
  if (!trail || at < 0) return { from: '/cases', previous: undefined, next: undefined }
  return { from: trail.from, previous: trail.ids[at - 1], next: trail.ids[at + 1] }
}
