import { gradeLabels } from '@xiangli/shared/casework/labels'
import { lengthWords } from '@xiangli/shared/casework/settings/length-words'
import type { CategorySetting, CaseSettings } from '@xiangli/shared/casework/settings/shape'
import { Button } from 'antd'
import { Icon } from '../../../components/Icon'
import { Tag } from '../../../components/Tag'
import { withOneMore } from '../settings-draft'
import type { EditedSettings } from '../use-settings-draft'

type Props = { edited: EditedSettings; before: CaseSettings; departments: readonly { key: string; name: string }[]; current: number; isOff: boolean; onGo: (at: number) => void }

/** The categories in the order people choose from; which were changed, which are not in order yet. */
export function CategoryList({ edited, before, departments, current, isOff, onGo }: Props) {
  const { settings } = edited.draft
  const nameOf = new Map(departments.map(({ key, name }) => [key, name]))
  const add = () => { edited.change(withOneMore(edited.draft)); onGo(settings.categories.length) }
  return (
    <section className="card set-list" aria-label="类别">
      <header className="card-head">
        <h2>类别</h2>
        {!isOff && <Button size="small" className="end" icon={<Icon name="plus" />} onClick={add}>加一个</Button>}
      </header>
      {edited.wrongAt('categories') && <p className="set-wrong set-list-wrong" role="alert">{edited.wrongAt('categories')}</p>}
      <ul>
        {settings.categories.map((category, at) => (
          <li key={category.code || at}>
            <button type="button" className={at === current ? 'on' : ''} aria-current={at === current} onClick={() => onGo(at)}>
              <span className="row"><b className="clip">{category.label || '新的类别'}</b><Marks category={category} before={before} isWrong={edited.isWrongUnder(`categories.${at}`)} /></span>
              <span className="tiny second clip">{[category.department ? nameOf.get(category.department) : '村（居）委会', gradeLabels[category.grade], limitWords(category, settings)].join('　')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const limitWords = ({ limits, grade }: CategorySetting, settings: CaseSettings): string =>
  lengthWords((grade === 'normal' ? limits : undefined)?.totalMinutes ?? settings.limits[grade].totalMinutes, settings.pace[grade])

function Marks({ category, before, isWrong }: { category: CategorySetting; before: CaseSettings; isWrong: boolean }) {
  const was = before.categories.find(({ code }) => code === category.code)
  return (
    <>
      {category.isRetired && <Tag tone="soon">停用</Tag>}
      {!was && <Tag tone="edit">新</Tag>}
      {was && JSON.stringify(was) !== JSON.stringify(category) && <Tag tone="edit">改了</Tag>}
      {isWrong && <span className="set-mark" role="img" aria-label="有不对的地方"><Icon name="warning" /></span>}
    </>
  )
}
