import { Icon, type IconName } from './Icon'
import './kit.css'

type Props = { icon?: IconName; title: string; hint?: string; children?: React.ReactNode }

/** Says what will appear here and what the first step is. */
export function EmptyPanel({ icon = 'list', title, hint, children }: Props) {
  return (
    <div className="panel">
      <Icon name={icon} />
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  )
}
