import './steps.css'
import { Icon } from './Icon'

export type CaseStep = { name: string; note?: string; stage: 'done' | 'now' | 'ahead' }

/** Where the case is on its way, read like a parcel's tracking. */
export function CaseSteps({ steps }: { steps: CaseStep[] }) {
  return (
    <ol className="steps card" aria-label="办到哪一步">
      {steps.map((step, n) => (
        <li key={step.name} className={step.stage} aria-current={step.stage === 'now' ? 'step' : undefined}>
          <span className="steps-mark">{step.stage === 'done' ? <Icon name="check" /> : n + 1}</span>
          <span className="steps-name">{step.name}</span>
          <small>{step.note ?? '\u00a0'}</small>
        </li>
      ))}
    </ol>
  )
}
