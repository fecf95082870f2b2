import type { HandoverView } from '@xiangli/shared/handover/contract'
import { App, Button, Input } from 'antd'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { NoticeLine } from '../../../components/NoticeLine'
import { shortTime } from '../../../components/time-words'
import { useNow } from '../../../services/clock'
import { useCommands } from '../../../services/use-command'
import { useDraft } from '../../../services/use-draft'
import { timesWords } from '../../duty/days'
import { useRefresh } from '../../duty/use-roster'

type Shift = NonNullable<HandoverView['leaving']>

function ShiftLine({ label, shift, signature }: { label: string; shift: Shift | undefined; signature: HandoverView['signed'] }) {
  const now = useNow()
  return (
    <div className="handover-side">
      <span className="tiny second">{label}</span>
      <b>{shift ? shift.main.name : '还没排人'}{shift?.backup && <span className="small second">，备班 {shift.backup.name}</span>}</b>
      {shift && <span className="tiny second">{shortTime(shift.from, now)}，{timesWords(shift.from, shift.to)}</span>}
      {signature ? <span className="small"><Icon name="check" /> {signature.byName} {shortTime(signature.at, now)} 签</span> : <span className="small second">还没签</span>}
      {signature?.words && <p className="small handover-words">{signature.words}</p>}
    </div>
  )
}

/** Why there is nothing to press, in words. */
function stillWords({ can, leaving, arriving, opensAt, signed }: HandoverView, now: number): string | null {
  if (can.length > 0 || !leaving) return null
  if (signed) return arriving ? `等 ${arriving.main.name} 那一班签字接班。` : '下一班还没有排人，请先到值班表排上。'
  if (opensAt && Date.parse(opensAt) > now) return `下班前两小时（${shortTime(opensAt, now)}）起可以签。`
  return '交班由这一班的主班或备班签，接班由下一班的签。'
}

export function SignCard({ view }: { view: HandoverView }) {
  const now = useNow()
  const { leaving, arriving, signed, accepted, can } = view
  const [words, write] = useDraft(`handover.${leaving?.id ?? ''}`)
  const commands = useCommands()
  const refresh = useRefresh()
  const { message } = App.useApp()
  if (!leaving) return null
  const said = words.trim()
  const urgent = view.items.filter(({ group }) => group === 'urgent').length
  const isSigning = can.includes('sign')
  const isAlone = can.includes('acceptAlone') && !isSigning
  const send = async () => {
    const input = { unitId: view.unitId, shiftId: leaving.id, ...(said ? { words: said } : {}) }
    const done = await commands.run(isSigning ? 'handover.sign' : 'handover.accept', input)
    if (!done) return
    write('')
    await refresh()
    void message.success(isSigning ? '签好了，等下一班接' : '接班了，紧急事项从现在起催您这一班')
  }
  const still = stillWords(view, now)
  return (
    <section className="card" aria-label="签字">
      <header className="card-head"><Icon name="note" /><h2>签字</h2></header>
      <div className="card-body col handover-sign">
        <ShiftLine label="交班" shift={leaving} signature={signed} />
        <ShiftLine label="接班" shift={arriving} signature={accepted} />
        {can.length > 0 && (
          <>
            <label htmlFor="handover-words" className="small second">{isSigning ? '要交代的话（可不写）' : isAlone ? '上一班没签，写明情况再接' : '接班要说的（可不写）'}</label>
            <Input.TextArea id="handover-words" value={words} maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} placeholder="如：挡土墙已围挡，晚八点再看一次" onChange={({ target }) => write(target.value)} />
            <NoticeLine icon="bell" tone={isSigning ? 'plain' : 'soon'}>
              {isSigning ? '签了以后，清单就定下不变；下一班签字前，紧急事项仍催您这一班。' : `签了以后，${urgent} 件紧急事项由您这一班负责，催办电话打给您。`}
            </NoticeLine>
            <FailureLine failure={commands.failure} />
            <Button type="primary" size="large" block loading={commands.isBusy} disabled={isAlone && !said} onClick={() => void send()}>{isSigning ? '签字交班' : '签字接班'}</Button>
          </>
        )}
        {still && <NoticeLine icon="clock">{still}</NoticeLine>}
      </div>
    </section>
  )
}
