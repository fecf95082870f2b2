import type { Responsibility } from '@xiangli/shared/casework/contract/returns'
import { App, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { FormEnd } from '../../../components/FormEnd'
import { shortTime } from '../../../components/time-words'
import { useMe } from '../../../services/me'
import { categoryOptions, openCategoryOptions, useCaseType } from '../../../services/use-case-type'
import { useCommand } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'
import { FieldFrame } from './FieldFrame'

export type ResponsibilityDraft = Omit<Responsibility, 'unitName'>

type Props = { draft: ResponsibilityDraft; onClose: () => void; onSaved: () => Promise<void> }

/** One row of the list; every saving is a version, and what was cited from an earlier one stays as it was read. */
export function ResponsibilityForm({ draft, onClose, onSaved }: Props) {
  const { message } = App.useApp()
  const [next, setNext] = useState(draft)
  const save = useCommand('casework.saveResponsibility')
  const units = useQuery('region.listUnits', {}, { freshFor: 600_000 })
  const type = useCaseType()
  const open = new Set(openCategoryOptions(type).map(({ value }) => value))
  const categories = categoryOptions(type).filter(({ value }) => open.has(value) || next.categories.includes(value))
  const change = (part: Partial<ResponsibilityDraft>) => setNext((before) => ({ ...before, ...part }))
  const isReady = next.code.trim() && next.unitId && next.title.trim() && next.basis.trim()
  const wrongAt = (field: string) => (save.failure?.field === field ? save.failure.message : undefined)
  const submit = async () => {
    const done = await save.run({ ...next, code: next.code.trim(), title: next.title.trim(), basis: next.basis.trim() })
    if (!done) return
    await onSaved()
    void message.success(done.version === 1 ? '已加进清单' : `第 ${done.version} 版已保存`)
    onClose()
  }
  return (
    <Modal open title={draft.version === 0 ? '加一条' : `改“${draft.code}”（现在是第 ${draft.version} 版）`} onCancel={onClose} footer={null} centered width={560}>
      <form className="set-publish" onSubmit={(event) => { event.preventDefault(); void submit() }}>
        <FieldFrame id="duty-code" label="编号" wrong={wrongAt('code')} hint={draft.version === 0 ? '如 JT-07，用过不能改' : undefined}>
          <Input id="duty-code" value={next.code} maxLength={40} disabled={draft.version > 0} onChange={(event) => change({ code: event.target.value })} />
        </FieldFrame>
        <FieldFrame id="duty-unit" label="归哪个单位" wrong={wrongAt('unitId')}>
          <Select id="duty-unit" value={next.unitId || undefined} options={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} showSearch optionFilterProp="label" placeholder="打字找" onChange={(unitId: string) => change({ unitId })} />
        </FieldFrame>
        <FieldFrame id="duty-title" label="什么事" wrong={wrongAt('title')}><Input id="duty-title" value={next.title} maxLength={60} placeholder="如：县道、乡道的养护和坑槽修补" onChange={(event) => change({ title: event.target.value })} /></FieldFrame>
        <FieldFrame id="duty-basis" label="依据" wrong={wrongAt('basis')}><Input.TextArea id="duty-basis" value={next.basis} maxLength={160} autoSize={{ minRows: 2, maxRows: 4 }} placeholder="如：《公路法》第八条、第三十五条" onChange={(event) => change({ basis: event.target.value })} /></FieldFrame>
        <FieldFrame id="duty-categories" label="哪几类事用得到（可不选）" wrong={wrongAt('categories')}><Select id="duty-categories" mode="multiple" value={next.categories} options={categories} optionFilterProp="label" maxCount={10} onChange={(codes: string[]) => change({ categories: codes })} /></FieldFrame>
        {draft.version > 0 && <Checkbox checked={next.isRetired} onChange={(event) => change({ isRetired: event.target.checked })}>停用，退回时不再列出</Checkbox>}
        {draft.version > 0 && <Versions code={draft.code} />}
        <FormEnd go="保存" stop="先不存" isBusy={save.isBusy} isReady={Boolean(isReady)} failure={save.failure} onStop={onClose} />
      </form>
    </Modal>
  )
}

function Versions({ code }: { code: string }) {
  const [isOpen, setOpen] = useState(false)
  const mayLook = useMe().operations.includes('casework.listResponsibilityVersions')
  const { data, error } = useQuery('casework.listResponsibilityVersions', { code }, { isOff: !isOpen || !mayLook, freshFor: 0 })
  if (!mayLook) return null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">以前的各版</summary>
      <FailureLine failure={error} />
      {data?.items.length === 0 && <p className="small second">还没改过。</p>}
      <ol className="set-versions">{data?.items.map(({ version, at, byName, title, basis, unitName, isRetired }) => (
        <li key={version} className="small"><b>第 {version} 版</b>{isRetired && '（停用）'}　<span className="second">{byName}{at && `，${shortTime(at)}`}</span><p>{unitName}：{title}（{basis}）</p></li>
      ))}</ol>
    </details>
  )
}
