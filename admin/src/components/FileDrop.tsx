import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Icon } from './Icon'
import './file-drop.css'

type Props = { name: string | undefined; hint: string; isOff?: boolean; testId?: string; onFile: (file: File) => void }

/** A workbook, chosen or dropped; which one it was stays to be read. */
export function FileDrop({ name, hint, isOff = false, testId, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (file: File | undefined) => { if (file && !isOff) onFile(file) }
  return (
    <div
      className={`file-drop${isOver ? ' over' : ''}`}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files[0]) }}
    >
      <input
        ref={input} type="file" hidden accept=".xlsx,.csv" data-testid={testId}
        onChange={(event) => { take(event.target.files?.[0]); event.target.value = '' }}
      />
      <Button icon={<Icon name="plus" />} disabled={isOff} onClick={() => input.current?.click()}>{name ? '换一个文件' : '选文件'}</Button>
      <span className="second small file-drop-name">{name ?? `或把文件拖到这里。${hint}`}</span>
    </div>
  )
}
