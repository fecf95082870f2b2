import { Button } from 'antd'
import './actions.css'
import { Icon, type IconName } from './Icon'

export type PanelAction = {
  key: string
  label: string
  icon: IconName
  /** What pressing it leads to, said before it is pressed. */
  hint?: string
  isDanger?: boolean
  onPress: () => void
}

type Props = { title: string; who?: string; main?: PanelAction; others: PanelAction[]; isBusy?: boolean; empty: string }

/** What I can do now: one filled button, the rest beside it, nothing that does not work. */
export function ActionPanel({ title, who, main, others, isBusy, empty }: Props) {
  return (
    <section className="actions" aria-label={title}>
      <div className="row">
        <h2 className="section-name">{title}</h2>
        {who && <span className="tiny second end clip">{who}</span>}
      </div>
      {!main && others.length === 0 && <p className="small second">{empty}</p>}
      {main && (
        <>
          <Button type="primary" block size="large" loading={isBusy} icon={<Icon name={main.icon} />} onClick={main.onPress}>
            {main.label}
          </Button>
          {main.hint && <p className="tiny second">{main.hint}</p>}
        </>
      )}
      <div className="actions-grid">
        {others.map((action) => (
          <Button
            key={action.key} danger={action.isDanger} disabled={isBusy} icon={<Icon name={action.icon} />}
            title={action.hint} onClick={action.onPress}
          >
            {action.label}
          </Button>
        ))}
      </div>
    </section>
  )
}
