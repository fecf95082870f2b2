import { useEffect, useRef, useState } from 'react'
import { useKeys } from '../services/keys'

type Rows<Row> = { rows: Row[]; idOf: (row: Row) => string; onOpen: (row: Row) => void; onEnd?: () => void }

/** ↑ ↓ (or k j) choose a row, Enter opens it; going past the end asks for more. */
export function useRowKeys<Row>({ rows, idOf, onOpen, onEnd }: Rows<Row>) {
  const [current, setCurrent] = useState<string | null>(null)
  const at = rows.findIndex((row) => idOf(row) === current)
  const move = (step: number) => {
    if (rows.length === 0) return
    if (step > 0 && at === rows.length - 1) onEnd?.()
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))]
    if (next) setCurrent(idOf(next))
  }
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    j: () => move(1),
    k: () => move(-1),
    Enter: () => {
      const row = rows[at]
      // A focused link or button keeps its own Enter.
      if (!row || document.activeElement?.closest('a, button')) return false
      onOpen(row)
      return true
    },
    Escape: () => setCurrent(null),
  })
  return { current, setCurrent }
}

const GLOW = 2_500

type Revised = { id: string; rev: number }

/** Which rows are new or have moved on since they were last drawn. */
export function useChanged(rows: Revised[], listKey: string): ReadonlySet<string> {
  const known = useRef<{ key: string; revs: Map<string, number> } | null>(null)
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const stamp = JSON.stringify(rows.map((row) => [row.id, row.rev]))

  useEffect(() => {
    const before = known.current
    known.current = { key: listKey, revs: new Map(JSON.parse(stamp) as [string, number][]) }
    if (!before || before.key !== listKey || before.revs.size === 0) return undefined
    const fresh = [...known.current.revs].filter(([id, rev]) => before.revs.get(id) !== rev).map(([id]) => id)
    // A whole new page is not news.
    if (fresh.length === 0 || fresh.length > 10) return undefined
    setChanged(new Set(fresh))
    const timer = setTimeout(() => setChanged(new Set()), GLOW)
    return () => clearTimeout(timer)
  }, [stamp, listKey])
  return changed
}
