import { CallError } from '@xiangli/shared/catalog/call'
import type { InputOf, OutputOf } from '@xiangli/shared/catalog/contracts'
import type { PlaceCodeView } from '@xiangli/shared/casework/contract/place-codes'
import { codeColumns } from '@xiangli/shared/casework/place-code-rows'
import { Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { ulid } from 'ulid'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { call } from '../../../services/call'
import { useCommand } from '../../../services/use-command'
import { useCodesAgain } from './use-codes-again'

type Seen = OutputOf<'casework.previewPlaceCodes'>
type Props = { onClose: () => void; onPrint: (codes: PlaceCodeView[]) => void }

const head = Object.values(codeColumns).join('、')

/** The form stands for the same input; the contract's type describes its fields. */
function formOf(file: File): InputOf<'casework.previewPlaceCodes'> {
  const form = new FormData()
  form.append('file', file)
  return form as unknown as InputOf<'casework.previewPlaceCodes'>
}

/** A table pasted or chosen: each row is looked at before anything is made, and all good ones are made at once. */
export function ManyCodes({ onClose, onPrint }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [seen, setSeen] = useState<Seen | null>(null)
  const [failure, setFailure] = useState<CallError | null>(null)
  const [ids, setIds] = useState<string[]>([])
  const add = useCommand('casework.addPlaceCodes')
  const again = useCodesAgain()
  const look = async (asked: InputOf<'casework.previewPlaceCodes'>) => {
    setFailure(null)
    add.clear()
    try {
      const next = await call('casework.previewPlaceCodes', asked, { key: ulid() })
      setSeen(next)
      setIds(next.rows.map(() => ulid()))
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setSeen(null)
      setFailure(error)
    }
  }
  const make = async () => {
    const codes = (seen?.rows ?? []).flatMap(({ item }, at) => {
      if (!item) return []
      const { villageName: _village, gridName: _grid, ...rest } = item
      return [{ id: ids[at] ?? ulid(), ...rest }]
    })
    const done = await add.run({ codes })
    if (!done) return
    again()
    onPrint(done.items)
  }
  const bad = seen ? seen.total - seen.good : 0
  return (
    <Modal
      open title="一次做多个地点码" width={760} onCancel={onClose} maskClosable={false}
      footer={<><Button onClick={onClose}>先不做</Button><Button type="primary" disabled={!seen || seen.good === 0} loading={add.isBusy} onClick={() => void make()}>{seen ? `做 ${seen.good} 个，去打印` : '做好，去打印'}</Button></>}
    >
      <div className="code-new">
        <p className="small second">第一行是列名：{head}。“名称”要填；“村”或“经度、纬度”填一样。一次最多 200 个。</p>
        <Input.TextArea aria-label="从表格里贴过来" placeholder="从 Excel 里选中整块贴在这里" value={text} autoSize={{ minRows: 4, maxRows: 8 }} onChange={(event) => { setText(event.target.value); setSeen(null) }} />
        <div className="row">
          <Button disabled={!text.trim()} onClick={() => void look({ text })}>看看对不对</Button>
          <Button icon={<Icon name="plus" />} onClick={() => input.current?.click()}>或选一个表格文件</Button>
          <input ref={input} type="file" hidden accept=".xlsx,.csv" onChange={(event) => { const [file] = event.target.files ?? []; if (file) void look(formOf(file)); event.target.value = '' }} />
        </div>
        <FailureLine failure={failure ?? add.failure} />
        {seen && seen.missing.length > 0 && <p role="alert">找不到这几列：{seen.missing.join('、')}</p>}
        {seen && seen.missing.length === 0 && <p role="status">{seen.good} 行可以做{bad > 0 && `，${bad} 行要改（不会做）`}。</p>}
        {seen && (
          <ul className="code-rows" aria-label="每一行">
            {seen.rows.map(({ row, item, problems }) => (
              <li key={row} className={item ? '' : 'bad'}><b>第 {row} 行</b> {item ? `${item.name}，${[item.villageName, item.gridName].filter(Boolean).join(' ')}` : problems.join('；')}</li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}
