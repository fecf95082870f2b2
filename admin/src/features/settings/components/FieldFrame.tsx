import './fields.css'

type Props = { id: string; label: React.ReactNode; wrong?: string | undefined; hint?: React.ReactNode; children: React.ReactNode }

/** A field with its name, and below it what is wrong with it, or what it does. */
export function FieldFrame({ id, label, wrong, hint, children }: Props) {
  return (
    <div className={wrong ? 'set-field wrong' : 'set-field'}>
      <label htmlFor={id}>{label}</label>
      {children}
      {wrong ? <p className="set-wrong" role="alert" id={`${id}-note`}>{wrong}</p> : hint && <p className="tiny second" id={`${id}-note`}>{hint}</p>}
    </div>
  )
}
