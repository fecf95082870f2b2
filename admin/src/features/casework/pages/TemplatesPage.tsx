import { templateStateLabels } from '@xiangli/shared/casework/labels'
import type { TemplateView } from '@xiangli/shared/casework/contract/template'
import { Button } from 'antd'
import { useState } from 'react'
import { ulid } from 'ulid'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { Icon } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { Tag } from '../../../components/Tag'
import { shortTime } from '../../../components/time-words'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { useQuery } from '../../../services/use-query'
import { TemplateForm, type TemplateDraft } from '../after/TemplateForm'
import '../after/after.css'

const anew = (regionId: string): TemplateDraft => ({ id: ulid(), version: 0, regionId, state: 'answered', title: '', text: '', isRetired: false })

/** 答复模板: a start that a person reads and finishes; every saving is a version. */
export default function TemplatesPage() {
  useTitle('答复模板')
  const me = useMe()
  const mayKeep = me.operations.includes('casework.saveTemplate')
  const { data, error, isPending, refetch } = useQuery('casework.listTemplates', { withRetired: mayKeep }, { isOff: !me.operations.includes('casework.listTemplates') })
  const [editing, setEditing] = useState<TemplateDraft | null>(null)
  const place = me.appointments.find(({ role }) => role === 'townDispatcher' || role === 'countyDispatcher')
  if (!me.operations.includes('casework.listTemplates')) return <div className="page"><EmptyPanel isPage icon="lock" title="答复模板不是您的职责" hint="办件的人用，乡镇和县的调度员改。" /></div>
  return (
    <div className="page after">
      <div className="page-head">
        <h1>答复模板</h1>
        <span className="small second">只是开头：【】要填，发之前要看过、改过；各版都留着</span>
        <span className="end"><SheetButton list="casework.listTemplates" input={{ withRetired: mayKeep }} isOff={data?.items.length === 0} isLarge /></span>
        {mayKeep && place && <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing(anew(place.regionId))}>新写一个</Button>}
      </div>
      {isPending && <section className="card"><RowsSkeleton rows={5} height={72} /></section>}
      {error && !data && <section className="card col"><ErrorPanel failure={error} retry={() => void refetch()} /></section>}
      {data?.items.length === 0 && <section className="card col"><EmptyPanel icon="note" title="还没有答复模板" hint={mayKeep ? '把常用的答复写成模板，办件时选来改，不用每次从头写。' : '由乡镇或县的调度员写好后，会列在这里。'} /></section>}
      <div className="after-templates">
        {data?.items.map((each) => <Template key={each.id} shown={each} onEdit={() => setEditing({ ...each })} />)}
      </div>
      {editing && <TemplateForm key={`${editing.id} ${editing.version}`} draft={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function Template({ shown, onEdit }: { shown: TemplateView; onEdit: () => void }) {
  return (
    <article className={shown.isRetired ? 'card retired' : 'card'}>
      <header className="card-head">
        <h2 className="clip">{shown.title}</h2>
        <Tag>{templateStateLabels[shown.state]}</Tag>
        <Tag>{shown.categoryLabel ?? '各类都用'}</Tag>
        {shown.isRetired && <Tag tone="soon">已停用</Tag>}
        {shown.mayEdit && <button type="button" className="link end nowrap" onClick={onEdit}>改</button>}
      </header>
      <div className="card-body">
        <p className="after-text">{shown.text}</p>
        <p className="tiny second">{shown.regionName}　第 {shown.version} 版　{shown.byName}　{shortTime(shown.at)}</p>
      </div>
    </article>
  )
}
