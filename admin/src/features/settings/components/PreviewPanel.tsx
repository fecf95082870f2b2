import type { SettingsPreview } from '@xiangli/shared/casework/contract/settings'
import { gradeLabels } from '@xiangli/shared/casework/labels'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { NoticeLine } from '../../../components/NoticeLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { shortDay } from '../day-words'
import { useQuery } from '../../../services/use-query'
import type { SettingsDraft } from '../settings-draft'
import type { EditedSettings } from '../use-settings-draft'

/** 最近的事项会怎样分派: asked for by a press, since it reads up to two thousand cases; put away with the draft it was asked of. */
export function PreviewPanel({ edited }: { edited: EditedSettings }) {
  const [asked, setTried] = useState<SettingsDraft | null>(null)
  const hasDraft = edited.differences.length > 0 && !edited.isStale
  const tried = hasDraft ? asked : null
  const { data, error, isFetching, refetch } = useQuery('casework.previewSettings', tried ?? edited.draft, { isOff: tried === null, freshFor: 0 })
  const isOld = tried !== null && tried !== edited.draft
  const canTry = edited.wrong.length === 0 && hasDraft
  return (
    <section className="card set-form" aria-label="试算">
      <header className="card-head">
        <h2>最近的事项会怎样分派</h2>
        <Button size="small" className="end" disabled={!canTry} loading={isFetching} onClick={() => (isOld || tried === null ? setTried(edited.draft) : void refetch())}>按草稿试算</Button>
      </header>
      <div className="card-body col set-parts">
        {tried === null && <p className="small second">{canTry ? '拿最近 30 天的事项，按草稿再分派一遍，只看不改。' : edited.wrong.length > 0 ? '先把标红的地方改好，再试算。' : '改了什么，就能看到最近 30 天的事项会有什么不同。'}</p>}
        {isFetching && !data && <RowsSkeleton rows={3} />}
        {error && !isFetching && <ErrorPanel failure={error} retry={() => void refetch()} />}
        {isOld && data && <NoticeLine icon="refresh" tone="soon">{canTry ? '试算以后又改了草稿，请再算一次。' : '试算以后又改了草稿；先把标红的地方改好，再算一次。'}</NoticeLine>}
        {data && !error && <Result preview={data} />}
      </div>
    </section>
  )
}

function Result({ preview }: { preview: SettingsPreview }) {
  const { from, to, filed, cases, unit, grade, limit, categories, examples } = preview
  const looked = filed.more || filed.count > cases ? `，看了最新的 ${cases} 件` : ''
  return (
    <>
      <p className="small">{shortDay(from)}到{shortDay(to)}共 {filed.count}{filed.more ? '+' : ''} 件{looked}：<b>{unit}</b> 件换单位，<b>{grade}</b> 件换等级，<b>{limit}</b> 件换时限。</p>
      {cases > 0 && <ByCategory rows={categories} />}
      {examples.length > 0 && <h3 className="section-name">比如</h3>}
      <Examples of={examples.slice(0, FIRST)} />
      {examples.length > FIRST && <details><summary className="small link">再看 {examples.length - FIRST} 件</summary><Examples of={examples.slice(FIRST)} /></details>}
    </>
  )
}

const FIRST = 5
const Examples = ({ of }: { of: SettingsPreview['examples'] }) => <ul className="set-examples">{of.map((each) => <Example key={each.caseId} {...each} />)}</ul>

function ByCategory({ rows }: { rows: SettingsPreview['categories'] }) {
  return (
    <table className="set-table" aria-label="按类别">
      <thead><tr><th scope="col">类别</th><th scope="col">件数</th><th scope="col">换单位</th><th scope="col">换等级</th><th scope="col">换时限</th></tr></thead>
      <tbody>
        {rows.map(({ label, cases, unit, grade, limit }) => (
          <tr key={label}><th scope="row">{label}</th>{[cases, unit, grade, limit].map((count, at) => <td key={at} className={at === 0 ? '' : count > 0 ? 'some' : 'second'}>{count}</td>)}</tr>
        ))}
      </tbody>
    </table>
  )
}

function Example({ caseId, serial, title, before, after }: SettingsPreview['examples'][number]) {
  const moves = [
    before.unit === after.unit ? '' : `${before.unit} → ${after.unit}`,
    before.grade === after.grade ? '' : `${gradeLabels[before.grade]} → ${gradeLabels[after.grade]}`,
    before.limit === after.limit ? '' : `${before.limit} → ${after.limit}`,
  ].filter(Boolean)
  return <li><Link to={`/cases/${caseId}`} target="_blank" rel="noreferrer">{title}</Link><span className="tiny second">{serial}</span><span className="small">{moves.join('；')}</span></li>
}
