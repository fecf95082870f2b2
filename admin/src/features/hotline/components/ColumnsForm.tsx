import { DATE_FORMATS, dateFormatLabels, fieldLabels, NEEDED_FIELDS, ORDER_FIELDS, type Columns, type DateFormat } from '@xiangli/shared/hotline/source'
import type { SourceView } from '@xiangli/shared/hotline/views'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { useMe } from '../../../services/me'
import { openCategoryOptions, useCaseType } from '../../../services/use-case-type'
import { useCommand } from '../../../services/use-command'
import type { Importing, Preview } from '../use-import'

const formatOptions = DATE_FORMATS.map((value) => ({ value, label: dateFormatLabels[value] }))

type Props = { source: SourceView; preview: Preview; importing: Importing }

/** Which column is what, and what their words mean; kept for the source by whoever may. */
export function ColumnsForm({ source, preview, importing }: Props) {
  const [columns, setColumns] = useState<Columns>(preview.columns)
  const [words, setWords] = useState<Record<string, string>>({})
  const [dateFormat, setDateFormat] = useState<DateFormat>(source.dateFormat)
  const categories = openCategoryOptions(useCaseType())
  const mayKeep = useMe().operations.includes('hotline.saveSource')
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = useCommand('hotline.saveSource')
  const options = preview.headers.map((header) => ({ value: header, label: header }))
  const set = (field: keyof Columns, header: string | undefined) => {
    const { [field]: _, ...rest } = columns
    setColumns(header === undefined ? rest : { ...rest, [field]: header })
  }
  const again = () => importing.file && void importing.look(importing.file, columns)
  const keep = async () => {
    const { code, version, name, categoryWords, gradeWords } = source
    if (!(await save.run({ code, version, name, gradeWords, columns, dateFormat, categoryWords: { ...categoryWords, ...words } }))) return
    await client.invalidateQueries({ queryKey: ['hotline.listSources'] })
    void message.success('记住了，下次照这个读')
    if (importing.file) await importing.look(importing.file, columns)
  }
  return (
    <details className="hotline-columns" open={NEEDED_FIELDS.some((field) => !preview.columns[field])}>
      <summary>列的对应</summary>
      <div className="hotline-fields">
        {ORDER_FIELDS.map((field) => (
          <label key={field}>
            <span>{fieldLabels[field]}{NEEDED_FIELDS.includes(field) && <b>（必须有）</b>}</span>
            <Select allowClear size="small" placeholder="没有这一列" value={columns[field]} options={options} onChange={(header?: string) => set(field, header)} aria-label={fieldLabels[field]} />
          </label>
        ))}
        {mayKeep && <label><span>日期写法</span><Select size="small" value={dateFormat} options={formatOptions} onChange={setDateFormat} aria-label="日期写法" /></label>}
      </div>
      {mayKeep && preview.unknownCategories.length > 0 && (
        <fieldset className="hotline-fields">
          <legend className="small second">还没对上的类别，选一个本县的类别：</legend>
          {preview.unknownCategories.slice(0, 12).map(({ word, count }) => (
            <label key={word}>
              <span>{word} <small className="second">{count} 行</small></span>
              <Select size="small" placeholder="先不分类" value={words[word]} options={categories} onChange={(code: string) => setWords({ ...words, [word]: code })} aria-label={word} />
            </label>
          ))}
        </fieldset>
      )}
      <FailureLine failure={save.failure} />
      <div className="row">
        <Button size="small" onClick={again}>照这个再看一遍</Button>
        {mayKeep && <Button size="small" loading={save.isBusy} onClick={() => void keep()}>记住，下次照这个读</Button>}
      </div>
    </details>
  )
}
