import type { SettingsFull } from '@xiangli/shared/casework/contract/settings'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { NoticeLine } from '../../../components/NoticeLine'
import { PageSkeleton } from '../../../components/PageSkeleton'
import { useMe } from '../../../services/me'
import { useTitle } from '../../../services/title'
import { useQuery } from '../../../services/use-query'
import { ApplyingCard } from '../components/ApplyingCard'
import { CategoryForm } from '../components/CategoryForm'
import { CategoryList } from '../components/CategoryList'
import { NumbersForm } from '../components/NumbersForm'
import { PreviewPanel } from '../components/PreviewPanel'
import { PublishDialog } from '../components/PublishDialog'
import { SigningCard } from '../components/SigningCard'
import { SettingsLinks } from '../components/SettingsLinks'
import { VersionsCard } from '../components/VersionsCard'
import { shortDay } from '../day-words'
import { type EditedSettings, useSettingsDraft } from '../use-settings-draft'
import './settings.css'

/** 事项设置: the county's categories, questions, limits and days, changed as a draft and published as a version. */
export default function SettingsPage() {
  useTitle('事项设置')
  const me = useMe()
  const mayRead = me.operations.includes('casework.readSettings')
  const { data, error, refetch } = useQuery('casework.readSettings', {}, { isOff: !mayRead, isKept: true })
  if (!mayRead) return <div className="page"><EmptyPanel isPage icon="lock" title="事项设置不是您的职责" hint="由县综治中心的调度员改，县里的领导看。" /></div>
  if (error && !data) return <ErrorPanel failure={error} retry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <Settings newest={data} mayKeep={me.operations.includes('casework.publishSettings')} />
}

const parts = [{ value: 'categories', label: '类别' }, { value: 'numbers', label: '时限和天数' }, { value: 'signing', label: '负责人签字' }]

function Settings({ newest, mayKeep }: { newest: SettingsFull; mayKeep: boolean }) {
  const edited = useSettingsDraft(newest, mayKeep)
  const [part, setPart] = useState('categories')
  const [at, setAt] = useState(0)
  const [isPublishing, setPublishing] = useState(false)
  const known = new Set(newest.settings.categories.map(({ code }) => code))
  const current = Math.min(at, edited.draft.settings.categories.length - 1)
  const go = (field: string) => {
    const category = categoryAt(field)
    setPart(category === null ? 'numbers' : 'categories')
    if (category !== null) setAt(category)
  }
  const shared = { edited, departments: newest.departments, isOff: !mayKeep, onGo: setAt }
  return (
    <div className="page set">
      <Head newest={newest} edited={edited} mayKeep={mayKeep} onPublish={() => setPublishing(true)} />
      <SettingsLinks />
      {edited.wrong.length > 0 && <Wrongs edited={edited} onGo={go} />}
      {edited.isStale && <Stale edited={edited} version={newest.version} />}
      <Segmented options={parts} value={part} onChange={setPart} aria-label="看哪一部分" className="set-tabs" />
      <div className={part === 'signing' ? 'set-board alone' : 'set-board'}>
        {part === 'signing' && <SigningCard isOff={!mayKeep} />}
        {part === 'numbers' && <NumbersForm edited={edited} isOff={!mayKeep} />}
        {part === 'categories' && <div className="set-categories"><CategoryList {...shared} before={newest.settings} current={current} /><CategoryForm key={current} {...shared} at={current} isKnown={known.has(edited.draft.settings.categories[current]?.code ?? '')} /></div>}
        {/* Who signs is in force at once, without versions. */}
        {part !== 'signing' && <aside className="set-side">
          {mayKeep && <PreviewPanel key={newest.version} edited={edited} />}
          <ApplyingCard inForce={newest.inForce} mayApply={mayKeep} />
          <VersionsCard />
        </aside>}
      </div>
      {isPublishing && <PublishDialog edited={edited} onClose={() => setPublishing(false)} />}
    </div>
  )
}

type HeadProps = { newest: SettingsFull; edited: EditedSettings; mayKeep: boolean; onPublish: () => void }

function Head({ newest: { version, inForce, effectiveFrom }, edited, mayKeep, onPublish }: HeadProps) {
  const { differences, wrong, isStale } = edited
  return (
    <div className="page-head">
      <h1>事项设置</h1>
      <span className="small second">{inForce === version ? `现行第 ${version} 版` : `现行第 ${inForce} 版，第 ${version} 版从${shortDay(effectiveFrom)}起`}</span>
      {mayKeep && differences.length > 0 && (
        <span className="row end set-actions">
          <span className="small" aria-live="polite">{wrong.length > 0 ? <span className="set-wrong">{wrong.length} 处要改</span> : `改了 ${differences.length} 处，没发布`}</span>
          <Button onClick={edited.clear}>不改了</Button>
          <Button type="primary" disabled={wrong.length > 0 || isStale} onClick={onPublish}>发布</Button>
        </span>
      )}
    </div>
  )
}

function Stale({ edited, version }: { edited: EditedSettings; version: number }) {
  return (
    <NoticeLine icon="refresh" tone="soon">
      您改的时候，别人发布了第 {version} 版。接着改的话，下面列的差别以新版为准，请再看一遍。
      <span className="row set-stale"><Button size="small" onClick={edited.takeOver}>接着改</Button><Button size="small" onClick={edited.clear}>不要我的改动</Button></span>
    </NoticeLine>
  )
}

const SHOWN = 4

/** Which category a wrong field belongs to; none: it stands among the numbers. */
const categoryAt = (field: string): number | null => {
  const at = /^categories\.(\d+)\./.exec(field)?.[1]
  if (at === undefined) return field === 'categories' ? 0 : null
  return Number(at)
}

/** What is to be mended, wherever it stands: the other half of the page may hold it. */
function Wrongs({ edited: { wrong, draft }, onGo }: { edited: EditedSettings; onGo: (field: string) => void }) {
  const placeOf = (field: string): string => {
    const at = categoryAt(field)
    return at === null ? '时限和天数' : draft.settings.categories[at]?.label || '新的类别'
  }
  return (
    <NoticeLine icon="warning" tone="overdue">
      <ul className="set-wrongs">
        {wrong.slice(0, SHOWN).map(({ field, message }) => (
          <li key={`${field} ${message}`}><button type="button" className="link" onClick={() => onGo(field)}>{placeOf(field)}</button>：{message}</li>
        ))}
        {wrong.length > SHOWN && <li>还有 {wrong.length - SHOWN} 处</li>}
      </ul>
    </NoticeLine>
  )
}
