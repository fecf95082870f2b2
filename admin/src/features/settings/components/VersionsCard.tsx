import type { SettingsVersion } from '@xiangli/shared/casework/contract/settings'
import { Button } from 'antd'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import { usePages } from '../../../services/use-query'
import { DifferenceTable } from './DifferenceTable'

/** Who published what, when, from when and why; the first came with the program. */
export function VersionsCard() {
  const list = usePages('casework.listSettings', { limit: 10 })
  return (
    <section className="card set-form" aria-label="版本">
      <header className="card-head"><h2>版本</h2></header>
      <div className="card-body">
        {list.isPending && <RowsSkeleton rows={2} />}
        {list.error && list.items.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
        <ol className="set-versions">{list.items.map((each) => <Version key={each.version} {...each} />)}</ol>
        {list.hasNextPage && <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>更早的</Button>}
      </div>
    </section>
  )
}

function Version({ version, at, byName, reason, effectiveFrom, isInForce, differences }: SettingsVersion) {
  const begins = effectiveFrom > at
  return (
    <li>
      <div className="row small"><b>第 {version} 版</b>{isInForce && <Tag tone="primary">现行</Tag>}<span className="second end nowrap">{byName}，{shortTime(at)}</span></div>
      <p className="small">{reason}</p>
      {begins && <p className="tiny second">从 {shortTime(effectiveFrom)} 起</p>}
      {differences.length > 0 && <details><summary className="small">改了 {differences.length} 处</summary><DifferenceTable differences={differences} /></details>}
    </li>
  )
}
