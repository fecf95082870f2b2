import type { HandoverItem, HandoverView } from '@xiangli/shared/handover/contract'
import { groupLabels } from '@xiangli/shared/handover/labels'
import { GROUPS, type Group } from '@xiangli/shared/handover/rules'
import { Button } from 'antd'
import { Link } from 'react-router'
import { DeadlineTag } from '../../../components/DeadlineTag'
import { Icon } from '../../../components/Icon'
import { StateTag } from '../../../components/StateTag'
import { shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'

type Props = { view: HandoverView; onEnd?: ((item: HandoverItem) => void) | undefined; isBusy?: boolean }

/** What the next shift must know of, by how pressing it is. */
export function HandoverList({ view, onEnd, isBusy = false }: Props) {
  return (
    <>
      {GROUPS.map((group) => {
        const items = view.items.filter((item) => item.group === group)
        return items.length > 0 && <GroupOf key={group} group={group} items={items} hasMore={view.more.includes(group)} isFrozen={view.isFrozen} onEnd={onEnd} isBusy={isBusy} />
      })}
    </>
  )
}

type ItemsProps = { isFrozen: boolean; onEnd: Props['onEnd']; isBusy: boolean }

function GroupOf({ group, items, hasMore, ...rest }: ItemsProps & { group: Group; items: HandoverItem[]; hasMore: boolean }) {
  return (
    <section className="handover-group" aria-label={groupLabels[group]}>
      <h3>{groupLabels[group]} <span className="second">{items.length} 件{hasMore ? '，只列最急的' : ''}</span></h3>
      <ul>
        {items.map((item) => <Item key={`${item.caseId}${item.watch?.id ?? ''}${item.note ?? ''}`} item={item} {...rest} />)}
      </ul>
    </section>
  )
}

function Item({ item, isFrozen, onEnd, isBusy }: ItemsProps & { item: HandoverItem }) {
  const now = useNow()
  const { now: record, note, until } = item
  const isLate = until !== undefined && new Date(until).getTime() <= now
  return (
    <li>
      <span className="col fill">
        <Link to={`/cases/${item.caseId}`} className="clip">{record.title}</Link>
        <span className="tiny second clip">{item.serial}，{record.villageName ?? '地点待定'}，{record.handlerName}</span>
        {note && (
          <span className="small handover-note">
            <Icon name={item.group === 'promised' ? 'phone' : 'eye'} />
            {note}
            {until && <b className={isLate ? 'handover-late' : ''}>{isLate ? '已过 ' : ''}{shortTime(until, now)}</b>}
          </span>
        )}
      </span>
      <StateTag state={record.state} />
      {item.colour !== 'none' && <DeadlineTag {...(isFrozen ? {} : { of: record })} colour={item.colour} isShort />}
      {item.watch && onEnd && <Button size="small" disabled={isBusy} onClick={() => onEnd(item)}>不用盯了</Button>}
    </li>
  )
}
