import './kit.css'

export type KeyHint = { keys: string[]; does: string }

export function KeyHints({ hints }: { hints: KeyHint[] }) {
  return (
    <span className="key-hints" aria-hidden="true">
      {hints.map((hint) => (
        <span key={hint.does}>
          {hint.keys.map((key) => <kbd key={key}>{key}</kbd>)}
          {hint.does}
        </span>
      ))}
    </span>
  )
}
