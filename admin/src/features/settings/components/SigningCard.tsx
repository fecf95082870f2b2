import type { UnitSigning } from '@xiangli/shared/casework/contract/signing'
import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { FailureLine } from '../../../components/FailureLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { useCommand } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'

const SHOWN = 60

/** Of each unit whether its head signs what its people answer; set one by one, at once in force. */
export function SigningCard({ isOff }: { isOff: boolean }) {
  const client = useQueryClient()
  const [words, look] = useState('')
  const units = useQuery('region.listUnits', {}, { freshFor: 600_000 })
  const { data, error, refetch } = useQuery('casework.listSigning', {})
  const set = useCommand('casework.setSigning')
  const known = new Map((data?.items ?? []).map((each): [string, UnitSigning] => [each.unitId, each]))
  const named = (units.data?.items ?? []).filter(({ name, kind }) => kind !== 'dispatchRoom' && name.includes(words.trim()))
  const inOrder = [...named].sort((a, b) => Number(known.get(b.id)?.isNeeded ?? false) - Number(known.get(a.id)?.isNeeded ?? false))
  const change = async (unitId: string, isNeeded: boolean) => {
    await set.run({ unitId, isNeeded, version: known.get(unitId)?.version ?? 0 })
    await client.invalidateQueries({ queryKey: ['casework.listSigning'] })
  }
  return (
    <section className="card set-form" aria-label="负责人签字">
      <header className="card-head"><h2>答复要负责人签字的单位</h2></header>
      <div className="card-body col set-parts">
        <p className="small second">勾了的单位，办理人写好答复先交负责人签；负责人到时没签，答复照发，标明未签。时限一直走，不为签字停。</p>
        <Input value={words} allowClear maxLength={20} aria-label="找单位" placeholder="打字找单位" onChange={(event) => look(event.target.value)} />
        {(!data || !units.data) && !error && <RowsSkeleton rows={4} />}
        {error && !data && <ErrorPanel failure={error} retry={() => void refetch()} />}
        <FailureLine failure={set.failure} />
        {data && units.data && inOrder.length === 0 && <p className="small second" role="status">没有叫这个的单位，换几个字再找。</p>}
        <ul className="set-units">
          {data && inOrder.slice(0, SHOWN).map(({ id, name }) => (
            <li key={id}><Checkbox checked={known.get(id)?.isNeeded ?? false} disabled={isOff || set.isBusy} onChange={(event) => void change(id, event.target.checked)}>{name}</Checkbox></li>
          ))}
        </ul>
        {inOrder.length > SHOWN && <p className="tiny second">还有 {inOrder.length - SHOWN} 个，打字找。</p>}
      </div>
    </section>
  )
}
