import type { OnDutyView } from '@xiangli/shared/duty/contract'
import type { DutyPerson } from '@xiangli/shared/duty/shifts'
import { handsOver } from '@xiangli/shared/duty/rules'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Avatar } from '../../../components/Avatar'
import { Icon } from '../../../components/Icon'
import { NoticeLine } from '../../../components/NoticeLine'
import { shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { timesWords } from '../days'
import { useUnits } from '../use-roster'

/** A number shown in full can be pressed; a masked one is only read. */
export function PhoneOf({ person }: { person: DutyPerson }) {
  if (!person.phone) return <span className="tiny second">没有填手机号</span>
  if (person.phone.includes('*')) return <span className="small second nowrap">{person.phone}</span>
  return <a className="small nowrap" href={`tel:${person.phone}`}><Icon name="phone" /> {person.phone}</a>
}

function PersonRow({ label, person }: { label: string; person: DutyPerson }) {
  return (
    <li className="duty-person">
      <Avatar name={person.name} />
      <span className="col fill"><b>{person.name}</b><span className="tiny second">{label}{person.title ? `，${person.title}` : ''}</span></span>
      <PhoneOf person={person} />
    </li>
  )
}

export function OnDutyPanel({ shown, onPhones }: { shown: OnDutyView; onPhones: () => void }) {
  const now = useNow()
  const { shift, next, earlier, phoneList } = shown
  const kind = useUnits().find(({ id }) => id === shown.unitId)?.kind
  return (
    <aside className="duty-side col">
      <section className="card" aria-label="现在值班">
        <header className="card-head"><Icon name="clock" /><h2>现在值班</h2>{shift && <span className="tiny second end">{timesWords(shift.from, shift.to)}</span>}</header>
        <div className="card-body">
          {shift ? (
            <ul><PersonRow label="主班" person={shift.main} />{shift.backup && <PersonRow label="备班" person={shift.backup} />}</ul>
          ) : (
            <NoticeLine icon="warning" tone="soon">现在没有人值班，紧急事项会按电话顺序打。</NoticeLine>
          )}
          {shift?.note && <p className="small second">{shift.note}</p>}
          {next && <p className="small second duty-next">下一班 {next.main.name}，{shortTime(next.from, now)} 起</p>}
          {earlier && kind && handsOver(kind) && (
            <NoticeLine icon="bell" tone="soon">上一班（{earlier.main.name}）还没人签字接班，留下的紧急事项仍催上一班。<Link to={`/handover?unit=${shown.unitId}`}>去交接班</Link></NoticeLine>
          )}
        </div>
      </section>
      <section className="card" aria-label="电话顺序">
        <header className="card-head">
          <Icon name="phone" /><h2>电话顺序</h2>
          {shown.mayKeep && <Button className="end" size="small" onClick={onPhones}>改顺序</Button>}
        </header>
        <div className="card-body">
          <p className="tiny second">主班、备班都不接时，从上往下打。</p>
          {phoneList.length === 0 && <p className="small second duty-next">还没有排电话顺序。</p>}
          <ol>{phoneList.map((person, at) => <PersonRow key={person.personId} label={`第 ${at + 1} 个`} person={person} />)}</ol>
        </div>
      </section>
    </aside>
  )
}
