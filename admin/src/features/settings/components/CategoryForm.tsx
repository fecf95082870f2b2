import { gradeLabels } from '@xiangli/shared/casework/labels'
import type { CategorySetting } from '@xiangli/shared/casework/settings/shape'
import { GRADES } from '@xiangli/shared/casework/states'
import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { Tag } from '../../../components/Tag'
import { withCategory, withMoved, withoutCategory } from '../settings-draft'
import type { EditedSettings } from '../use-settings-draft'
import { FieldFrame } from './FieldFrame'
import { LengthField } from './LengthField'
import { QuestionsField } from './QuestionsField'

type Department = { key: string; name: string }
type Props = { at: number; edited: EditedSettings; departments: readonly Department[]; isKnown: boolean; isOff: boolean; onGo: (at: number) => void }
type Change = (change: Parameters<typeof withCategory>[2]) => void
type PartProps = { at: number; category: CategorySetting; edited: EditedSettings; isOff: boolean; change: Change }

const VILLAGE = ''
const grades = GRADES.map((value) => ({ value, label: gradeLabels[value] }))

/** Everything a county says of one category, as a form. */
export function CategoryForm({ at, edited, departments, isKnown, isOff, onGo }: Props) {
  const category = edited.draft.settings.categories[at]
  if (!category) return null
  const change: Change = (part) => edited.change(withCategory(edited.draft, at, part))
  const part = { at, category, edited, isOff, change }
  return (
    <section className="card set-form" aria-label="这一类别">
      <header className="card-head">
        <h2 className="clip">{category.label || '新的类别'}</h2>
        {category.isRetired && <Tag tone="soon">停用</Tag>}
        {!isOff && <Order at={at} edited={edited} onGo={onGo} />}
      </header>
      <div className="card-body col set-parts">
        <Names {...part} departments={departments} isKnown={isKnown} />
        <OwnLimits {...part} />
        <span className="set-label">先问的问题</span>
        <QuestionsField at={at} questions={category.questions ?? []} isOff={isOff} wrongAt={edited.wrongAt} onChange={(questions) => change({ questions: questions.length > 0 ? questions : undefined })} />
        <Alike {...part} />
        <Rights {...part} />
        {!isOff && (isKnown
          ? <Button onClick={() => change({ isRetired: category.isRetired ? undefined : true })}>{category.isRetired ? '重新启用' : '停用：以后不能再选，用过的不变'}</Button>
          : <Button danger onClick={() => { edited.change(withoutCategory(edited.draft, at)); onGo(Math.max(0, at - 1)) }}>不加这个类别了</Button>)}
      </div>
    </section>
  )
}

function Order({ at, edited, onGo }: Pick<Props, 'at' | 'edited' | 'onGo'>) {
  const move = (by: 1 | -1) => { edited.change(withMoved(edited.draft, at, by)); onGo(at + by) }
  return (
    <span className="row end">
      <Button size="small" disabled={at === 0} onClick={() => move(-1)}>往前排</Button>
      <Button size="small" disabled={at === edited.draft.settings.categories.length - 1} onClick={() => move(1)}>往后排</Button>
    </span>
  )
}

function Names({ at, category, edited, departments, isKnown, isOff, change }: PartProps & Pick<Props, 'departments' | 'isKnown'>) {
  const field = `categories.${at}`
  const options = [{ value: VILLAGE, label: '村（居）委会自己的事' }, ...departments.map(({ key, name }) => ({ value: key, label: name }))]
  return (
    <>
      <div className="set-two">
        <FieldFrame id="set-label" label="叫什么" wrong={edited.wrongAt(`${field}.label`)}>
          <Input id="set-label" value={category.label} maxLength={10} disabled={isOff} placeholder="如：流浪犬只" onChange={(event) => change({ label: event.target.value })} />
        </FieldFrame>
        <FieldFrame id="set-code" label="代码" wrong={edited.wrongAt(`${field}.code`)} hint={isKnown ? '用过的不能改' : '给接口用的，可以不管；发布后不能改'}>
          <Input id="set-code" value={category.code} maxLength={24} disabled={isOff || isKnown} onChange={(event) => change({ code: event.target.value.trim() })} />
        </FieldFrame>
      </div>
      <div className="set-two">
        <FieldFrame id="set-department" label="归哪个部门" wrong={edited.wrongAt(`${field}.department`)}>
          <Select id="set-department" value={category.department ?? VILLAGE} options={options} disabled={isOff} showSearch optionFilterProp="label" onChange={(key: string) => change({ department: key === VILLAGE ? undefined : key })} />
        </FieldFrame>
        <div className="set-field">
          <span className="set-label" id="set-grade">一开始是什么等级</span>
          <Segmented block options={grades} value={category.grade} disabled={isOff} onChange={(grade) => change({ grade })} aria-labelledby="set-grade" />
        </div>
      </div>
    </>
  )
}

function OwnLimits({ at, category, edited, isOff, change }: PartProps) {
  const { limits } = category
  const { settings } = edited.draft
  const field = `categories.${at}.limits`
  return (
    <>
      <Checkbox checked={limits !== undefined} disabled={isOff} onChange={(event) => change({ limits: event.target.checked ? { ...settings.limits.normal } : undefined })}>有自己的时限（不勾就按等级；升为紧急后一律按紧急）</Checkbox>
      {limits && (
        <div className="set-two">
          <LengthField id={`${category.code}-accept`} label="受理时限" pace={settings.pace.normal} value={limits.acceptMinutes} wrong={edited.wrongAt(`${field}.acceptMinutes`)} isOff={isOff} onChange={(acceptMinutes) => change({ limits: { ...limits, acceptMinutes } })} />
          <LengthField id={`${category.code}-total`} label="总时限" pace={settings.pace.normal} value={limits.totalMinutes} wrong={edited.wrongAt(`${field}.totalMinutes`)} isOff={isOff} onChange={(totalMinutes) => change({ limits: { ...limits, totalMinutes } })} />
        </div>
      )}
    </>
  )
}

const metresOf = (words: string): number | undefined => (words.trim() === '' ? undefined : Math.round(Number(words)))
const splitWords = (words: string): string[] => words.split(/[\s、，,;；]+/u).filter(Boolean)

function Alike({ at, category, edited, isOff, change }: PartProps) {
  const field = `categories.${at}`
  const { radius = {}, words = [] } = category
  const setRadius = (part: { villager?: number | undefined; staff?: number | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...radius, ...part }).filter(([, metres]) => metres !== undefined))
    change({ radius: Object.keys(next).length > 0 ? next : undefined })
  }
  return (
    <>
      <FieldFrame id="set-words" label="话里有这些词，就当是这一类" wrong={edited.wrongAt(`${field}.words`)} hint="用顿号分开；查同样的事、认没分类的事用">
        <Input.TextArea id="set-words" defaultValue={words.join('、')} disabled={isOff} autoSize={{ minRows: 1, maxRows: 4 }} onChange={(event) => { const next = splitWords(event.target.value); change({ words: next.length > 0 ? next : undefined }) }} />
      </FieldFrame>
      <div className="set-two">
        <FieldFrame id="set-near" label="村民查同样的事，多少米内" wrong={edited.wrongAt(`${field}.radius.villager`)} hint="不填就是 250 米">
          <Input id="set-near" type="number" min={0} value={radius.villager ?? ''} disabled={isOff} onChange={(event) => setRadius({ villager: metresOf(event.target.value) })} />
        </FieldFrame>
        <FieldFrame id="set-far" label="工作人员查，多少米内" wrong={edited.wrongAt(`${field}.radius.staff`)} hint="不填就是 1000 米">
          <Input id="set-far" type="number" min={0} value={radius.staff ?? ''} disabled={isOff} onChange={(event) => setRadius({ staff: metresOf(event.target.value) })} />
        </FieldFrame>
      </div>
    </>
  )
}

function Rights({ category: { isPublishable, isPrivate, isLasting }, isOff, change }: PartProps) {
  return (
    <div className="col set-checks">
      <Checkbox disabled={isOff} checked={isPublishable === false} onChange={(event) => change({ isPublishable: event.target.checked ? false : undefined })}>说的是人，不能公开</Checkbox>
      <Checkbox disabled={isOff} checked={isPrivate === true} onChange={(event) => change({ isPrivate: event.target.checked ? true : undefined })}>各家自己的事，不给别的村民看同类</Checkbox>
      <Checkbox disabled={isOff} checked={isLasting === true} onChange={(event) => change({ isLasting: event.target.checked ? true : undefined })}>修好要管用，办结后过些日子再回访</Checkbox>
    </div>
  )
}
