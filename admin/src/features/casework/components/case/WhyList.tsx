import { useState } from 'react'
import { FailureLine } from '../../../../components/FailureLine'
import { shortTime } from '../../../../components/time-words'
import { useQuery } from '../../../../services/use-query'
import './public.css'

/** What the machine did by itself: rule, what it went by, when. Read once it is opened. */
export function WhyList({ caseId }: { caseId: string }) {
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery('casework.getOwnWhy', { caseId }, { isOff: !isOpen })
  return (
    <details className="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>为什么转到这里？</summary>
      <FailureLine failure={error} />
      {isOpen && !data && !error && <p className="small second" role="status">正在载入</p>}
      {data?.items.map(({ rule, title, words, version, at, facts }, index) => (
        <p key={`${rule}-${index}`} className="small">
          <b>{title}</b><br />{words}<br />
          <span className="tiny second" title={rule}>{[...facts.map(({ label, value }) => `${label}：${value}`), shortTime(at), `规则第 ${version} 版`].join('；')}</span>
        </p>
      ))}
    </details>
  )
}
