import { Link } from 'react-router'
import { linkOf, unnamedWords, type Target } from '../target-words'

/** Which ones it was about; kinds and numbers of those without a name. */
export function TargetsCell({ targets }: { targets: readonly Target[] }) {
  const named = targets.filter(({ label }) => label)
  const rest = unnamedWords(targets)
  return (
    <>
      {named.map((target, index) => <span key={target.type + target.id} title={target.label}>{index > 0 && '、'}<TargetName target={target} /></span>)}
      {rest && `${named.length > 0 ? '、' : ''}${rest}`}
    </>
  )
}

export function TargetName({ target }: { target: Target }) {
  const to = linkOf(target)
  return to ? <Link to={to}>{target.label}</Link> : <>{target.label}</>
}
