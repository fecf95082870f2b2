import type { ReadResponsibility } from '@xiangli/shared/casework/contract/responsibility'
import { MOST_IN_FILE } from '@xiangli/shared/casework/responsibility-file'
import { Button, Modal } from 'antd'
import { useEffect, useRef } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { FileDrop } from '../../../components/FileDrop'
import { NoticeLine } from '../../../components/NoticeLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { Tag } from '../../../components/Tag'
import { useResponsibilityFile } from '../use-responsibility-file'

const fates = { new: { words: '新加', tone: 'edit' }, changed: { words: '有改动', tone: 'edit' }, same: { words: '没变', tone: 'plain' }, wrong: { words: '不能导', tone: 'soon' } } as const
const SHOWN = 200

/** 从 Excel 导入: what each row would become, first; nothing is removed that the file does not name. */
export function ResponsibilityFile({ onClose, onSaved }: { onClose: () => void; onSaved: () => Promise<void> }) {
  const file = useResponsibilityFile(onSaved)
  const wrong = file.rows?.filter(({ fate }) => fate === 'wrong').length ?? 0
  const isDone = file.saved !== null && file.saved === file.toSave && !file.isBusy
  const end = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: the keys go on working in the dialog.
  useEffect(() => { if (isDone) end.current?.querySelector('button')?.focus() }, [isDone])
  const sorted = [...(file.rows ?? [])].sort((a, b) => rankOf(a) - rankOf(b) || a.row - b.row)
  return (
    <Modal open title="从 Excel 导入权责清单" onCancel={onClose} footer={null} centered width={760}>
      <div className="set-publish">
        <NoticeLine icon="download">先“导出”一份照着改最省事。要有“编号、单位、事项、依据”四列；“类别”“状态”可以没有。文件里没有的条目不动。</NoticeLine>
        <FileDrop name={file.name} hint={`Excel（.xlsx）或 CSV，最多 ${MOST_IN_FILE} 行`} isOff={file.isBusy} testId="duty-file" onFile={(chosen) => void file.look(chosen)} />
        {file.isBusy && !file.rows && <RowsSkeleton rows={3} />}
        {file.rows && <p className="small">共 {file.rows.length} 行：要存 <b>{file.toSave}</b> 条，没变 {file.rows.length - file.toSave - wrong} 条{wrong > 0 && <>，<b className="set-wrong">不能导 {wrong} 行</b></>}。</p>}
        <ul className="set-rows">{sorted.slice(0, SHOWN).map((row) => <Row key={row.row} {...row} />)}</ul>
        {sorted.length > SHOWN && <p className="small second">只列前 {SHOWN} 行。</p>}
        <FailureLine failure={file.failure} />
        {isDone && <NoticeLine icon="check">存好了 {file.saved} 条。</NoticeLine>}
        <div className="row" ref={end}>
          {isDone ? <Button type="primary" className="end" onClick={onClose}>好了</Button> : (
            <>
              <Button className="end" onClick={onClose} disabled={file.isBusy}>先不导</Button>
              <Button type="primary" loading={file.isBusy} disabled={file.toSave === 0} onClick={() => void file.run()}>{goWords(file.toSave, wrong)}</Button>
            </>
          )}
        </div>
      </div>
    </Modal>
  )
}

const goWords = (toSave: number, wrong: number): string => {
  if (toSave === 0) return '存进清单'
  return wrong > 0 ? `只存能导的 ${toSave} 条` : `存这 ${toSave} 条`
}

const rankOf = ({ fate }: ReadResponsibility): number => ['wrong', 'changed', 'new', 'same'].indexOf(fate)

function Row({ row, fate, problem, code, unitName, title }: ReadResponsibility) {
  return (
    <li>
      <span className="tiny second">第 {row} 行</span>
      <Tag tone={fates[fate].tone}>{fates[fate].words}</Tag>
      <span className="fill">
        {problem && <b className="set-wrong">{problem}<br /></b>}
        {[code, `${unitName}：${title}`].filter(Boolean).join('　')}
      </span>
    </li>
  )
}
