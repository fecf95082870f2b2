import { Icon, type IconName } from './Icon'
import './kit.css'

type Props = {
  icon?: IconName
  title: string
  hint?: string
  /** The page is nothing else: its words are the heading. */
  isPage?: boolean
  children?: React.ReactNode
}

/** Says what will appear here and what the first step is. */
export function EmptyPanel({ icon = 'list', title, hint, isPage = false, children }: Props) {
  return (
    <div className="panel">
      <Icon name={icon} />
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {hint && <p>{hint}</p>}
      {children}
    </div>
  )
}
