import type { ShiftView } from '@xiangli/shared/duty/shifts'
import { deskLabels } from '@xiangli/shared/duty/labels'
import { dayOf } from '@xiangli/shared/core/time'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { KeyHints } from '../../../components/KeyHints'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { useKeys } from '../../../services/keys'
import { useQuery } from '../../../services/use-query'
import { useTitle } from '../../../services/title'
import { OnDutyPanel } from '../components/OnDutyPanel'
import { PhoneDialog } from '../components/PhoneDialog'
import { PlanDialog } from '../components/PlanDialog'
import { ShiftDialog } from '../components/ShiftDialog'
import { ShiftGrid } from '../components/ShiftGrid'
import { UnitChoice } from '../components/UnitChoice'
import { dayLabel, turned, type View } from '../days'
import { useRosterChoice, useShifts, useUnits } from '../use-roster'
import '../../../components/table.css'
import '../duty.css'

type Dialog = { is: 'plan' } | { is: 'phones' } | { is: 'shift'; shift?: ShiftView }

export default function DutyPage() {
  useTitle('值班')
  const choice = useRosterChoice()
  const { unitId, desk, view, day, choose } = choice
  const list = useShifts(choice)
  const who = useQuery('duty.whoIsOnDuty', { unitIds: [unitId], desk }, { isOff: unitId === '', isKept: true })
  const shown = who.data?.items.find((each) => each.unitId === unitId)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const unit = useUnits().find(({ id }) => id === unitId)
  const turn = (by: 1 | -1) => choose({ day: turned(view, day, by) })
  const keeps = shown?.mayKeep === true
  useKeys({
    '[': () => turn(-1), ']': () => turn(1), t: () => choose({ day: '' }),
    p: () => { if (keeps) setDialog({ is: 'plan' }) }, n: () => { if (keeps) setDialog({ is: 'shift' }) },
  })
  const stop = () => setDialog(null)
  const first = list.days[0] ?? day
  return (
    <div className="page duty">
      <div className="page-head">
        <h1>值班</h1>
        <UnitChoice value={unitId} onChange={(unit) => choose({ unit, desk: '' })} />
        <Turning {...choice} days={list.days} turn={turn} isCentre={unit?.kind === 'countyCentre'} />
        <span className="row end">
          {unitId !== '' && first && <SheetButton list="duty.listShifts" input={{ unitId, desk, from: first, days: list.days.length }} isOff={list.shifts.length === 0} isLarge />}
          {keeps && <>
            <Button icon={<Icon name="plus" />} onClick={() => setDialog({ is: 'shift' })}>加一个班</Button>
            <Button type="primary" icon={<Icon name="refresh" />} onClick={() => setDialog({ is: 'plan' })}>轮班</Button>
          </>}
        </span>
      </div>
      <div className="duty-two">
        <section className="card col duty-main" aria-busy={list.isFetching}>
          {list.isPending && unitId !== '' && <RowsSkeleton rows={8} height={60} />}
          {list.error && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
          {list.isSuccess && list.shifts.length === 0 && (
            <EmptyPanel icon="clock" title="这段时间还没有排班" hint={keeps ? '选好人和班次，一次排出几周；排好后可以一个一个改。' : '本单位的值班管理人排好后，这里就能看到。'}>
              {keeps && <Button type="primary" onClick={() => setDialog({ is: 'plan' })}>轮班</Button>}
            </EmptyPanel>
          )}
          {list.shifts.length > 0 && (
            <ShiftGrid days={list.days} shifts={list.shifts} view={view} month={day.slice(0, 7)} onOpen={keeps ? (shift) => setDialog({ is: 'shift', shift }) : undefined} />
          )}
          <footer className="table-foot">
            <KeyHints hints={[{ keys: ['[', ']'], does: view === 'week' ? '前后一周' : '前后一月' }, { keys: ['T'], does: '今天' }, ...(keeps ? [{ keys: ['P'], does: '轮班' }, { keys: ['N'], does: '加一个班' }] : [])]} />
            {shown?.standing && <span className="end">轮班自动往后排，已排到 {dayLabel(shown.standing.plannedTo)}</span>}
          </footer>
        </section>
        {shown ? <OnDutyPanel shown={shown} onPhones={() => setDialog({ is: 'phones' })} /> : who.error ? <ErrorPanel failure={who.error} retry={() => void who.refetch()} /> : <div className="card duty-side"><RowsSkeleton rows={4} /></div>}
      </div>
      {dialog?.is === 'plan' && <PlanDialog unitId={unitId} desk={desk} standing={shown?.standing?.pattern} onClose={stop} />}
      {dialog?.is === 'phones' && shown && <PhoneDialog shown={shown} onClose={stop} />}
      {dialog?.is === 'shift' && (
        <ShiftDialog unitId={unitId} desk={desk} shift={dialog.shift} firstDay={first > dayOf(new Date()) ? first : dayOf(new Date())} others={list.shifts} onClose={stop} />
      )}
    </div>
  )
}

type Turned = ReturnType<typeof useRosterChoice> & { days: string[]; turn: (by: 1 | -1) => void; isCentre: boolean }

/** Which desk, which week or month. */
function Turning({ desk, view, day, choose, days, turn, isCentre }: Turned) {
  return (
    <>
      {isCentre && (
        <Segmented size="small" value={desk} onChange={(value) => choose({ desk: value })} options={[{ value: 'duty', label: deskLabels.duty }, { value: 'pool', label: deskLabels.pool }]} />
      )}
      <span className="row duty-turn">
        <Button size="small" aria-label={view === 'week' ? '上一周' : '上一月'} onClick={() => turn(-1)}><Icon name="left" /></Button>
        <span className="small nowrap">{view === 'week' ? `${dayLabel(days[0] ?? day)}到${dayLabel(days.at(-1) ?? day)}` : `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`}</span>
        <Button size="small" aria-label={view === 'week' ? '下一周' : '下一月'} onClick={() => turn(1)}><Icon name="right" /></Button>
        <Button size="small" onClick={() => choose({ day: '' })}>今天</Button>
      </span>
      <Segmented size="small" value={view} onChange={(value: View) => choose({ view: value })} options={[{ value: 'week', label: '周' }, { value: 'month', label: '月' }]} />
    </>
  )
}
