import { Link } from 'react-router'

type Props = { to: string; count: number; hasMore?: boolean; label: string; onClick?: () => void }

/** A number that opens its own list. "1000+" when the server stopped counting. */
export function CountLink({ to, count, hasMore, label, onClick }: Props) {
  const shown = hasMore ? `${count}+` : String(count)
  return (
    <Link to={to} className={count === 0 ? 'count-link none' : 'count-link'} aria-label={`${label} ${shown} 件，打开清单`} onClick={onClick}>
      {shown}
    </Link>
  )
}
