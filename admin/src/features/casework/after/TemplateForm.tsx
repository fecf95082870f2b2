import { templateStateLabels } from '@xiangli/shared/casework/labels'
import type { TemplateView } from '@xiangli/shared/casework/contract/template'
import { fillTemplate, TEMPLATE_STATES, TEMPLATE_VARIABLES, unknownVariables } from '@xiangli/shared/casework/templates'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { NoticeLine } from '../../../components/NoticeLine'
import { openCategoryOptions, useCaseType } from '../../../services/use-case-type'
import { useCommand } from '../../../services/use-command'
import { EXAMPLE } from './template-values'

export type TemplateDraft = Pick<TemplateView, 'id' | 'version' | 'regionId' | 'category' | 'state' | 'title' | 'text' | 'isRetired'>

const ALL = ''

export function TemplateForm({ draft, onClose }: { draft: TemplateDraft; onClose: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [next, setNext] = useState(draft)
  const categories = openCategoryOptions(useCaseType(), draft.category)
  const save = useCommand('casework.saveTemplate')
  const change = (part: Partial<TemplateDraft>) => setNext((before) => ({ ...before, ...part }))
  const unknown = unknownVariables(next.text)
  const submit = async () => {
    const { id, version, regionId, category, state, title, text, isRetired } = next
    const done = await save.run({ id, version, regionId, ...(category ? { category } : {}), state, title: title.trim(), text: text.trim(), isRetired })
    if (!done) return
    await client.invalidateQueries({ queryKey: ['casework.listTemplates'] })
    void message.success(`第 ${done.version} 版已保存`)
    onClose()
  }
  return (
    <Modal open title={draft.version === 0 ? '新写一个模板' : `改模板（现在是第 ${draft.version} 版）`} onCancel={onClose} footer={null} centered width={560}>
      <form className="after-form" onSubmit={(event) => { event.preventDefault(); void submit() }}>
        <label htmlFor="template-title">叫什么</label>
        <Input id="template-title" value={next.title} maxLength={30} placeholder="如：路灯修好" onChange={(event) => change({ title: event.target.value })} />
        <div className="row after-pair">
          <Select aria-label="用在" value={next.state} options={TEMPLATE_STATES.map((value) => ({ value, label: `用在：${templateStateLabels[value]}` }))} onChange={(state) => change({ state })} />
          <Select aria-label="类别" value={next.category ?? ALL} options={[{ value: ALL, label: '各类都用' }, ...categories]} onChange={(code) => setNext(({ category: _category, ...rest }) => (code === ALL ? rest : { ...rest, category: code }))} />
        </div>
        <label htmlFor="template-text">写什么</label>
        <Input.TextArea id="template-text" value={next.text} maxLength={1000} showCount autoSize={{ minRows: 4, maxRows: 10 }} placeholder="如：您反映的{地点}路灯，{办理单位}已经【怎么修的】。" onChange={(event) => change({ text: event.target.value })} />
        <div className="after-variables" aria-label="可以放的变量">
          {TEMPLATE_VARIABLES.map((name) => <Button key={name} size="small" onClick={() => change({ text: `${next.text}{${name}}` })}>{`{${name}}`}</Button>)}
          <Button size="small" onClick={() => change({ text: `${next.text}【】` })}>【要填的】</Button>
        </div>
        {unknown.length > 0
          ? <NoticeLine icon="warning" tone="overdue">没有这个变量：{unknown.map((name) => `{${name}}`).join('、')}</NoticeLine>
          : next.text.trim() && <NoticeLine icon="eye">办件时看到：{fillTemplate(next.text, EXAMPLE)}</NoticeLine>}
        {draft.version > 0 && <Checkbox checked={next.isRetired} onChange={(event) => change({ isRetired: event.target.checked })}>停用，办件时不再列出</Checkbox>}
        <FailureLine failure={save.failure} />
        <div className="row">
          <Button type="primary" htmlType="submit" className="end" loading={save.isBusy} disabled={!next.title.trim() || !next.text.trim() || unknown.length > 0}>保存第 {next.version + 1} 版</Button>
          <Button onClick={onClose} disabled={save.isBusy}>先不存</Button>
        </div>
      </form>
    </Modal>
  )
}
