import type { CaseView } from '@xiangli/shared/casework/views'
import { Link } from 'react-router'
import { Icon, type IconName } from '../../../../components/Icon'
import { shortTime } from '../../../../components/time-words'
import { useNow } from '../../../../services/clock'
import { pauseWords, requestWords, supervisionName, supervisionWords } from '../../above-words'
import './above.css'

/** What the levels above have to do with it: calm, above everything else, gone when it is over. */
export function AboveBanner({ shown }: { shown: CaseView }) {
  const now = useNow()
  const { supervision, leader, pause, timeRequest, triage, signing } = shown
  if (!supervision && !leader && !pause && !timeRequest && !triage && !signing) return null
  const isLate = supervision && Date.parse(supervision.due) <= now
  return (
    <section className="card above" aria-label="督办和时限">
      {supervision && (
        <Line icon="warning" name={supervisionName(supervision)} tone={isLate ? 'overdue' : 'soon'}>
          {supervision.byUnitName && `${supervision.byUnitName}挂的牌。`}{supervisionWords(supervision, now)}
        </Line>
      )}
      {triage && <Line icon="shield" name={triage.isTurnedAway ? '核实后没有收' : '还没有核实'} tone="soon">{triage.isTurnedAway ? shown.reason : <>由{triage.deskName}核实，收下以后才归地方办。<Link to="/triage">去核实</Link></>}</Line>}
      {leader && <Line icon="person" name="领导包案">{leader.name}{leader.isMe ? '（我）' : ''}，{leader.unitName}，{shortTime(leader.since, now)} 起</Line>}
      {pause && <Line icon="pause" name="暂停办理">{pauseWords(pause, now)}</Line>}
      {signing && <Line icon="note" name="等负责人签字">{signing.byName}写好了答复：“{signing.words}”{shortTime(signing.due, now)} 前没签，答复照发，标明未签；时限照走。</Line>}
      {timeRequest && <Line icon="clock" name="等上级答复">{requestWords(timeRequest, now)}</Line>}
    </section>
  )
}

type LineProps = { icon: IconName; name: string; tone?: 'plain' | 'soon' | 'overdue'; children: React.ReactNode }

function Line({ icon, name, tone = 'plain', children }: LineProps) {
  return (
    <p className={`above-line ${tone}`}>
      <Icon name={icon} />
      <b className="nowrap">{name}</b>
      <span>{children}</span>
    </p>
  )
}
