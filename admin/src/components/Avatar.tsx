import './kit.css'

/** The first character of a name; we keep no portraits. */
export function Avatar({ name, isSmall }: { name: string; isSmall?: boolean }) {
  return <span className={isSmall ? 'avatar small-size' : 'avatar'} aria-hidden="true">{name.slice(0, 1)}</span>
}
