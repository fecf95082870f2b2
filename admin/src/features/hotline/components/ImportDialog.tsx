import { rowOutcomeLabels, ROW_OUTCOMES } from '@xiangli/shared/hotline/states'
import { NEEDED_FIELDS } from '@xiangli/shared/hotline/source'
import type { SourceView } from '@xiangli/shared/hotline/views'
import { Button, Modal, Progress, Select } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { FileDrop } from '../../../components/FileDrop'
import { Icon } from '../../../components/Icon'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { download, type Imported } from '../send-file'
import { useImport } from '../use-import'
import { ColumnsForm } from './ColumnsForm'
import { PreviewTable } from './PreviewTable'

type Props = { sources: SourceView[]; onClose: () => void }

export function ImportDialog({ sources, onClose }: Props) {
  const [code, setCode] = useState(sources[0]?.code ?? '')
  const source = sources.find((each) => each.code === code)
  const importing = useImport(code)
  const { preview, done, busy, failure } = importing
  const isEnded = done !== null && done.upTo >= done.total
  const isReady = preview !== null && preview.good > 0 && NEEDED_FIELDS.every((field) => preview.columns[field])
  return (
    <Modal
      open title="导入热线工单" width={960} centered onCancel={onClose} maskClosable={false} closable={busy !== 'importing'}
      footer={isEnded ? <Button type="primary" onClick={onClose}>好了</Button> : (
        <>
          <Button onClick={onClose} disabled={busy === 'importing'}>先不导入</Button>
          <Button type="primary" disabled={!isReady || busy === 'reading'} loading={busy === 'importing'} onClick={() => void importing.run()}>
            {done ? '接着导入' : `导入${preview ? ` ${preview.good} 件` : ''}`}
          </Button>
        </>
      )}
    >
      <div className="hotline-import">
        {!done && sources.length > 1 && <Select aria-label="来源" value={code} onChange={setCode} options={sources.map((each) => ({ value: each.code, label: each.name }))} />}
        {!done && <FileDrop name={importing.file?.name} hint="Excel（.xlsx）或 CSV，最多 5000 行、5 MB" testId="hotline-file" onFile={(file) => void importing.look(file)} />}
        <FailureLine failure={failure} />
        {busy === 'reading' && <RowsSkeleton rows={5} />}
        {done ? <Result done={done} /> : preview && source && (
          <>
            <ColumnsForm key={`${preview.version}${JSON.stringify(preview.columns)}`} source={source} preview={preview} importing={importing} />
            <PreviewTable preview={preview} />
          </>
        )}
      </div>
    </Modal>
  )
}

function Result({ done }: { done: Imported }) {
  const counts = ROW_OUTCOMES.filter((outcome) => (done.counts[outcome] ?? 0) > 0)
  return (
    <>
      <Progress percent={done.total === 0 ? 100 : Math.floor((done.upTo / done.total) * 100)} format={() => `${done.upTo} / ${done.total} 行`} />
      <p role="status">{counts.map((outcome) => `${rowOutcomeLabels[outcome]} ${done.counts[outcome]} 件`).join('，') || '没有可导入的行'}。</p>
      {done.rows.length > 0 && (
        <ul className="hotline-problems" aria-label="要看的行">
          {done.rows.map(({ row, externalNumber, outcome, problems }) => (
            <li key={row} className={outcome === 'failed' ? 'bad' : ''}>
              <b>第 {row} 行</b> {externalNumber} {outcome && rowOutcomeLabels[outcome]}{problems.length > 0 && `：${problems.map(({ column, text }) => `${column} ${text}`).join('；')}`}
            </li>
          ))}
        </ul>
      )}
      <div><Button icon={<Icon name="download" />} onClick={() => void download(done.importId)}>下载逐行结果（Excel）</Button></div>
    </>
  )
}
