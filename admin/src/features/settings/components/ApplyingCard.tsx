import { App, Button } from 'antd'
import { FailureLine } from '../../../components/FailureLine'
import { NoticeLine } from '../../../components/NoticeLine'
import { shortTime } from '../../../components/time-words'
import { useCommand } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'

const LOOK_AGAIN = 4_000

/** 用到在办的事上: ordered by hand, done by the timetable case by case; how far it is. */
export function ApplyingCard({ inForce, mayApply }: { inForce: number; mayApply: boolean }) {
  const { modal } = App.useApp()
  const { data, refetch } = useQuery('casework.showApplying', {}, { every: LOOK_AGAIN })
  const running = useRunning(mayApply && inForce > 1)
  const apply = useCommand('casework.applySettings')
  const applying = data?.applying
  const isDone = applying?.version === inForce && applying.finishedAt !== undefined
  const isRunning = applying !== undefined && applying.finishedAt === undefined
  const ask = () => modal.confirm({
    title: `把第 ${inForce} 版用到在办的事上？`,
    content: `${running ? `要看在计时的 ${running} 件，还有暂停着的。` : ''}逐件改，每件记一步、写明理由，反映人和办理人会收到消息。已经超期的不变，延过期的、重办的不变，不会改到已经过去的时间；等级和办理人都不动。`,
    okText: '用到在办的事上', cancelText: '先不用',
    onOk: async () => { if (await apply.run({ version: inForce })) await refetch() },
  })
  return (
    <section className="card set-form" aria-label="用到在办的事上">
      <header className="card-head"><h2>在办的事</h2></header>
      <div className="card-body col set-parts">
        {inForce === 1 && <p className="small second">现行的是第一版，在办的事都照它。</p>}
        {inForce > 1 && !isDone && !isRunning && <p className="small second">在办的事还按反映时的那一版算时限。</p>}
        {isRunning && <NoticeLine icon="refresh">第 {applying.version} 版正用到在办的事上：看过 {applying.looked} 件，改了 {applying.moved} 件，其中 {applying.limits} 件时限变了。</NoticeLine>}
        {isDone && <p className="small">第 {applying.version} 版已用到在办的事上：看过 {applying.looked} 件，改了 {applying.moved} 件，{applying.limits} 件时限变了。<span className="second">{applying.byName}，{shortTime(applying.at)}</span></p>}
        <FailureLine failure={apply.failure} />
        {mayApply && inForce > 1 && !isRunning && <Button loading={apply.isBusy} onClick={ask}>{isDone ? '再过一遍' : '用到在办的事上'}</Button>}
      </div>
    </section>
  )
}

/** How many cases have a running clock, as far as that is counted. */
function useRunning(isOn: boolean): string {
  const { data } = useQuery('casework.countByColour', {}, { isOff: !isOn })
  if (!data) return ''
  const { red, yellow, green } = data.colours
  const counts = [red, yellow, green].filter((each) => each !== undefined)
  return `${counts.reduce((sum, { count }) => sum + count, 0)}${counts.some(({ more }) => more) ? '+' : ''}`
}
