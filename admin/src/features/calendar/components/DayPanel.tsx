import type { CalendarDay } from '@xiangli/shared/calendar/contract'
import { isWorkingKind } from '@xiangli/shared/calendar/rules'
import { Button, Input } from 'antd'
import { Tag } from '../../../components/Tag'
import { dayWords, holidayNames, kindWords, sayKind } from '../day-words'
import type { CalendarDraft } from '../hooks/use-calendar-draft'

type Props = { published: CalendarDay; draft: CalendarDraft; canKeep: boolean; isClosed: boolean; onPublish: () => void }

/** The chosen day, and the way to publish; stays in sight while the year is scrolled. */
export function DayPanel({ published, draft, canKeep, isClosed, onPublish }: Props) {
  const day = draft.shown(published)
  const isChanged = day !== published
  return (
    <section className="card cal-now" aria-label="选中的一天">
      <div className="cal-now-day">
        <div className="row">
          <b>{dayWords(day.day)}</b>
          <Tag tone={day.kind === 'holiday' ? 'primary' : 'plain'}>{kindWords[day.kind]}</Tag>
          {day.name && <span className="small second clip">{day.name}</span>}
        </div>
        {isChanged && <p className="tiny cal-was">原来：{sayKind(published)}</p>}
        {canKeep && isClosed && <p className="tiny second">已公布的年份里，过去的日子不再改。</p>}
        {canKeep && !isClosed && <DayChange day={day} published={published} draft={draft} />}
      </div>
      {canKeep && (
        <div className="row cal-now-foot">
          <span className="small second nowrap">{draft.count > 0 ? `改了 ${draft.count} 处` : '还没有改动'}</span>
          {draft.count > 0 && <button type="button" className="link small nowrap" onClick={draft.clear}>都不改了</button>}
          <Button type="primary" className="end" disabled={draft.count === 0} onClick={onPublish}>看改动，发布</Button>
        </div>
      )}
    </section>
  )
}

function DayChange({ day, published, draft }: { day: CalendarDay; published: CalendarDay; draft: CalendarDraft }) {
  const isWorking = isWorkingKind(day.kind)
  const isNamed = day.kind === 'holiday' || day.kind === 'shifted'
  return (
    <div className="cal-change">
      <Button size="small" onClick={() => draft.toggle(published)}>{isWorking ? '改成不上班' : '改成上班'}</Button>
      {isNamed && (
        <>
          <Input
            key={day.day} size="small" maxLength={10} value={day.name ?? ''} list="cal-names" aria-label="哪个节，可不填" placeholder="哪个节，可不填"
            onChange={(event) => draft.setDay(published, { isWorking, name: event.target.value })}
          />
          <datalist id="cal-names">{holidayNames.map((name) => <option key={name} value={name} />)}</datalist>
        </>
      )}
    </div>
  )
}
