import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import type { RingView } from '@xiangli/shared/casework/contract/ring'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { shortTime } from '../../../components/time-words'
import { useMe } from '../../../services/me'
import { useCommands } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'
import './ring.css'

/** Somebody in an emergency waits for a call: above everything else, and not there at all when nobody does. */
export function RingBoard() {
  const mayAnswer = useMe().operations.includes('casework.listRings')
  const { data } = useQuery('casework.listRings', { limit: 5 }, { isOff: !mayAnswer })
  if (!data || data.items.length === 0) return null
  return (
    <section className="card rings" aria-label="急事请回电" role="alert">
      {data.items.map((ring) => <Ring key={ring.id} ring={ring} />)}
    </section>
  )
}

function Ring({ ring }: { ring: RingView }) {
  const client = useQueryClient()
  const commands = useCommands()
  const [revealed, setRevealed] = useState<OutputOf<'casework.revealRing'> | null>(null)
  const [note, setNote] = useState('')
  const reveal = async () => setRevealed(await commands.run('casework.revealRing', { ringId: ring.id }))
  const end = async (event: React.FormEvent) => {
    event.preventDefault()
    if (await commands.run('casework.endRing', { ringId: ring.id, note: note.trim() })) await client.invalidateQueries({ queryKey: ['casework.listRings'] })
  }
  const where = [ring.placeName, ring.placeWords].filter(Boolean).join(' ') || '没说在哪里'
  return (
    <div className="ring">
      <Icon name="phone" isLarge />
      <div className="fill">
        <b>急事请回电：{ring.label}</b>
        <span className="small second">{shortTime(ring.at)}　{where}　已请对方打 {ring.number}</span>
        <FailureLine failure={commands.failure} />
      </div>
      {revealed ? (
        <form className="row" onSubmit={(event) => void end(event)}>
          <b className="nowrap">{revealed.name} <a href={`tel:${revealed.phone}`}>{revealed.phone}</a></b>
          <Input value={note} maxLength={200} autoFocus aria-label="回电结果" placeholder="回过电话后记一句" onChange={(event) => setNote(event.target.value)} />
          <Button type="primary" htmlType="submit" loading={commands.isBusy} disabled={!note.trim()}>回过了</Button>
        </form>
      ) : (
        <span className="row"><span className="nowrap second">{ring.name} {ring.phone}</span><Button type="primary" loading={commands.isBusy} onClick={() => void reveal()}>看号码，回电</Button></span>
      )}
    </div>
  )
}
