import { events } from '@xiangli/shared/catalog/events'
import type { JournalRow } from '@xiangli/shared/journal/contract'
import { Button } from 'antd'
import { Icon } from '../../../components/Icon'
import { Tag } from '../../../components/Tag'
import { fullTime } from '../../../components/time-words'
import { isReveal, labelOf } from '../operation-labels'
import { kindOf } from '../target-words'
import { TargetName } from './TargetsCell'

type Props = { row: JournalRow; onClose: () => void; onFilter: (next: Record<string, string>) => void }

const kinds: Record<string, string> = { person: '', system: '系统自动', anonymous: '没有登录的人' }
const eventWords = (event: string) => (events as Record<string, string>)[event] ?? '其他'

/** One entry in full: who, what, on what, why, and what followed. */
export function EntryPanel({ row, onClose, onFilter }: Props) {
  const first = row.targets[0]
  return (
    <aside className="card col entry" aria-label="日志详情">
      <header className="card-head">
        <h2>{labelOf(row.operation, row.summary)}</h2>
        {isReveal(row.operation) && <Tag tone="edit">看了个人信息</Tag>}
        <button type="button" className="head-button end" aria-label="关上详情" onClick={onClose}><Icon name="close" /></button>
      </header>
      <div className="card-body table-scroll">
        <dl className="facts">
          <dt>谁</dt>
          <dd><b>{row.actor.name}</b>{kinds[row.actor.kind] ? `，${kinds[row.actor.kind]}` : ''}</dd>
          <dt>什么时候</dt>
          <dd>{fullTime(row.at)}</dd>
          <dt>做了什么</dt>
          <dd>{row.summary}</dd>
          {row.regionName && <><dt>地方</dt><dd>{row.regionName}</dd></>}
          {row.reason && <><dt>理由</dt><dd>{row.reason}</dd></>}
          {row.targets.length > 0 && <><dt>对什么</dt><dd><Targets targets={row.targets} /></dd></>}
        </dl>
        {row.events.length > 0 && (
          <section className="entry-events">
            <h3 className="section-name">引起了什么</h3>
            <ul>{row.events.map((event) => <li key={event}><Icon name="right" />{eventWords(event)}</li>)}</ul>
          </section>
        )}
        <div className="row entry-acts">
          <Button size="small" onClick={() => onFilter({ actor: row.actor.id })}>只看他做的</Button>
          {first && <Button size="small" onClick={() => onFilter({ target: first.id })}>只看同一{first.type === 'case' ? '件' : '个'}</Button>}
        </div>
      </div>
      <footer className="table-foot code entry-codes"><span>跟踪号 {row.traceId}</span></footer>
    </aside>
  )
}

function Targets({ targets }: { targets: JournalRow['targets'] }) {
  return (
    <ul>
      {targets.map((target) => (
        <li key={`${target.type}${target.id}`}>
          {kindOf(target.type)}{target.label && <> <TargetName target={target} /></>}
          {target.rev !== undefined && <span className="second">，第 {target.rev} 次变动</span>}
        </li>
      ))}
    </ul>
  )
}
