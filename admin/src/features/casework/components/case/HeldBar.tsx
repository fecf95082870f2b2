import type { CaseView } from '@xiangli/shared/casework/views'
import { heldWords } from '../../case-words'
import './hands.css'

const SHADES = 5

/** Whose hands the time went through: a bar, and the same in words. */
export function HeldBar({ shown: { heldBy, grade } }: { shown: CaseView }) {
  const whole = heldBy.reduce((sum, { minutes }) => sum + minutes, 0)
  if (whole === 0 || heldBy.length < 2) return null
  const shown = heldBy.filter(({ minutes }) => minutes > 0)
  return (
    <section className="hands" aria-label="在谁手里多久">
      <h2 className="section-name">在谁手里多久</h2>
      <div className="held-bar" aria-hidden="true">
        {shown.map(({ unitId, minutes }, at) => <i key={unitId} className={`held-${at % SHADES}`} style={{ width: `${(minutes / whole) * 100}%` }} />)}
      </div>
      <ul>
        {shown.map(({ unitId, unitName, minutes }, at) => (
          <li key={unitId} className="row small"><i className={`held-mark held-${at % SHADES}`} aria-hidden="true" /><span className="fill clip">{unitName}</span><b className="nowrap">{heldWords(minutes, grade)}</b></li>
        ))}
      </ul>
      <p className="tiny second">一共 {heldWords(whole, grade)}{grade === 'normal' ? '，只算上班时间' : ''}</p>
    </section>
  )
}
