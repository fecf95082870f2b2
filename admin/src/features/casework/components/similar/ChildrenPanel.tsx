import type { CaseSummary, CaseView } from '@xiangli/shared/casework/views'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import { FailureLine } from '../../../../components/FailureLine'
import { shortTime } from '../../../../components/time-words'
import { usePages } from '../../../../services/use-query'
import { useMerge } from '../../hooks/use-merge'
import './similar.css'

const PAGE = 20

/** Whose reports are worked on as one with this, and taking out what was no such thing. */
export function ChildrenPanel({ shown }: { shown: CaseView }) {
  const count = shown.childCount ?? 0
  const list = usePages('casework.listChildren', { caseId: shown.id, limit: PAGE }, { isOff: count === 0 })
  const merging = useMerge()
  const { modal, message } = App.useApp()
  if (count === 0) return null
  const takeOut = (child: CaseSummary) => modal.confirm({
    title: `把 ${child.serial} 拆出来单独办？`,
    content: `回到合并前的样子，时限照收到那天算。${child.requesterName} 和办理人会收到消息。`,
    okText: '拆出来', cancelText: '先不拆',
    onOk: async () => {
      if (await merging.unmerge({ caseId: child.id, rev: child.rev })) void message.success(`${child.serial} 已拆出来`)
    },
  })
  return (
    <section className="similar" aria-label="并在这件里的">
      <h2 className="section-name">并在这件里的 {count} 件</h2>
      <ul>
        {list.items.map((child) => (
          <li key={child.id} className="similar-item">
            <div className="fill">
              <Link to={`/cases/${child.id}`} className="similar-title clip">{child.title}</Link>
              <p className="tiny second">{[child.serial, child.requesterName, shortTime(child.receivedAt)].join(' · ')}</p>
            </div>
            {child.can.includes('unmerge') && <button type="button" className="link tiny" disabled={merging.isBusy} onClick={() => takeOut(child)}>拆出来</button>}
          </li>
        ))}
      </ul>
      {list.error && <FailureLine failure={list.error} />}
      <FailureLine failure={merging.failure} />
      {list.hasNextPage && <div className="children-more"><Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看 {PAGE} 件</Button></div>}
    </section>
  )
}
