import type { SettingsDifference } from '@xiangli/shared/casework/contract/settings'

/** What differs, thing by thing: what it was and what it becomes. */
export function DifferenceTable({ differences }: { differences: readonly SettingsDifference[] }) {
  return (
    <ul className="set-differences" aria-label="改动">
      {differences.map(({ about, field, from, to }, at) => (
        <li key={`${about} ${field} ${at}`}><b>{about}</b><span className="second">{field}</span><span>{from} → <b>{to}</b></span></li>
      ))}
    </ul>
  )
}
