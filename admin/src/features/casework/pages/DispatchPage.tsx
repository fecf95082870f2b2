import { useState } from 'react'
import { useTitle } from '../../../services/title'
import { usePlace, useRegionFilter } from '../../region/hooks/use-place'
import { BoardTable, type By, type Part } from '../dispatch/BoardTable'
import { DispatchQueue } from '../dispatch/DispatchQueue'
import { RingBoard } from '../calls/RingBoard'
import './casework.css'
import './dispatch.css'

/** 调度室: what lies where, what nobody has taken on, and giving it to somebody without a mouse. */
export default function DispatchPage() {
  useTitle('调度室')
  const { place } = usePlace()
  const { regionId } = useRegionFilter()
  const [by, setBy] = useState<By>('place')
  const [part, choose] = useState<Part | null>(null)
  return (
    <div className="page bench">
      <div className="page-head"><h1>调度室</h1>{place && <span className="second small">{place.name}</span>}</div>
      <RingBoard />
      <div className="dispatch-two">
        <BoardTable by={by} onBy={setBy} regionId={regionId} part={part} onPart={choose} />
        <DispatchQueue part={part} regionId={regionId} onAll={() => choose(null)} />
      </div>
    </div>
  )
}
