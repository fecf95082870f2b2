import { Icon, type IconName } from './Icon'
import './kit.css'

type Props = { icon: IconName; tone?: 'plain' | 'soon' | 'overdue'; children: React.ReactNode }

export function NoticeLine({ icon, tone = 'plain', children }: Props) {
  return (
    <div className={`notice-line ${tone}`} role={tone === 'overdue' ? 'alert' : undefined}>
      <Icon name={icon} />
      <span className="fill">{children}</span>
    </div>
  )
}
