import type { Responsibility } from '@xiangli/shared/casework/contract/returns'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { Tag } from '../../../components/Tag'
import { call } from '../../../services/call'
import { useMe } from '../../../services/me'
import { saveBook } from '../../../services/save-file'
import { useTitle } from '../../../services/title'
import { categoryOptions, useCaseType } from '../../../services/use-case-type'
import { usePages, useQuery } from '../../../services/use-query'
import { ResponsibilityFile } from '../components/ResponsibilityFile'
import { ResponsibilityForm, type ResponsibilityDraft } from '../components/ResponsibilityForm'
import { SettingsLinks } from '../components/SettingsLinks'
import { useDownload } from '../use-download'
import './settings.css'

const anew: ResponsibilityDraft = { code: '', version: 0, unitId: '', title: '', basis: '', categories: [], isRetired: false }
const HELD = 400

type Asked = { words?: string; unitId?: string; category?: string; withRetired?: boolean }

/** 权责清单: which duty is whose, by what law; cited when a unit sends a case back. */
export default function ResponsibilitiesPage() {
  useTitle('权责清单')
  const me = useMe()
  const client = useQueryClient()
  const mayLook = me.operations.includes('casework.listResponsibilities')
  const mayKeep = me.operations.includes('casework.saveResponsibility')
  const [asked, ask] = useState<Asked>({})
  const list = usePages('casework.listResponsibilities', { ...asked, limit: 50 }, { isOff: !mayLook })
  const [editing, edit] = useState<ResponsibilityDraft | null>(null)
  const [isImporting, setImporting] = useState(false)
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => /Responsibilit/.test(String(queryKey[0])) })
  const out = useDownload(() => call('casework.exportResponsibilities', {}).then(saveBook))
  if (!mayLook) return <div className="page"><EmptyPanel isPage icon="lock" title="权责清单给工作人员看" hint="登记了岗位就能看到。" /></div>
  return (
    <div className="page set">
      <div className="page-head">
        <h1>权责清单</h1>
        <span className="small second">哪件事归哪个单位，依据什么；退回时要引用</span>
        <span className="row end set-actions">
          {me.operations.includes('casework.exportResponsibilities') && <Button icon={<Icon name="download" />} loading={out.isBusy} onClick={() => void out.run()}>导出</Button>}
          {mayKeep && <Button onClick={() => setImporting(true)}>从 Excel 导入</Button>}
          {mayKeep && <Button type="primary" icon={<Icon name="plus" />} onClick={() => edit(anew)}>加一条</Button>}
        </span>
      </div>
      <SettingsLinks />
      <FailureLine failure={out.failure} />
      <Filters asked={asked} mayKeep={mayKeep} onAsk={ask} />
      <section className="card" aria-label="清单">
        {list.isPending && <RowsSkeleton rows={8} />}
        {list.error && list.items.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
        {!list.isPending && !list.error && list.items.length === 0 && <EmptyPanel icon="shield" title="没有这样的条目" hint={mayKeep ? '换个条件找，或者加一条、从 Excel 导入。' : '换个条件找。'} />}
        <ul className="set-duties">{list.items.map((each) => <Duty key={each.code} duty={each} onEdit={mayKeep ? () => edit(each) : undefined} />)}</ul>
      </section>
      {list.hasNextPage && <Button className="set-more" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看一些</Button>}
      {editing && <ResponsibilityForm key={`${editing.code} ${editing.version}`} draft={editing} onClose={() => edit(null)} onSaved={refresh} />}
      {isImporting && <ResponsibilityFile onClose={() => setImporting(false)} onSaved={refresh} />}
    </div>
  )
}

function Filters({ asked, mayKeep, onAsk }: { asked: Asked; mayKeep: boolean; onAsk: (asked: Asked) => void }) {
  const [words, setWords] = useState('')
  const units = useQuery('region.listUnits', {}, { freshFor: 600_000 })
  const departments = (units.data?.items ?? []).filter(({ kind }) => kind !== 'committee').slice(0, HELD).map(({ id, name }) => ({ value: id, label: name }))
  const categories = categoryOptions(useCaseType())
  const set = (part: { [K in keyof Asked]: Asked[K] | undefined }) => onAsk(Object.fromEntries(Object.entries({ ...asked, ...part }).filter(([, value]) => value !== undefined && value !== '' && value !== false)))
  return (
    <div className="set-filters" role="group" aria-label="筛选">
      <Input.Search value={words} maxLength={40} allowClear placeholder="找字词、编号，回车" aria-label="找字词、编号" onChange={(event) => setWords(event.target.value)} onSearch={(value) => set({ words: value.trim() })} />
      <Select aria-label="单位" allowClear showSearch optionFilterProp="label" placeholder="全部单位" value={asked.unitId} options={departments} onChange={(unitId?: string) => set({ unitId })} />
      <Select aria-label="类别" allowClear showSearch optionFilterProp="label" placeholder="全部类别" value={asked.category} options={categories} onChange={(category?: string) => set({ category })} />
      {mayKeep && <Checkbox checked={asked.withRetired === true} onChange={(event) => set({ withRetired: event.target.checked })}>停用的也列出</Checkbox>}
    </div>
  )
}

function Duty({ duty: { code, unitName, title, basis, categories, version, isRetired }, onEdit }: { duty: Responsibility; onEdit: (() => void) | undefined }) {
  const labels = new Map(categoryOptions(useCaseType()).map(({ value, label }) => [value, label]))
  return (
    <li className={isRetired ? 'retired' : ''}>
      <span className="code second">{code}</span>
      <div className="fill">
        <p><b>{title}</b>　<span className="second">{unitName}</span></p>
        <p className="small second">{basis}</p>
      </div>
      <span className="row set-duty-tags">{categories.map((each) => <Tag key={each}>{labels.get(each) ?? each}</Tag>)}{version > 1 && <span className="tiny second nowrap">第 {version} 版</span>}{isRetired && <Tag tone="soon">停用</Tag>}</span>
      {onEdit && <button type="button" className="link nowrap" aria-label={`改 ${code}`} onClick={onEdit}>改</button>}
    </li>
  )
}
