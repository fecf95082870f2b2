import type { InputOf } from '@xiangli/shared/catalog/contracts'
import type { SheetList } from '@xiangli/shared/sheet/lists'
import { App, Button } from 'antd'
import { useEffect } from 'react'
import { useMe } from '../services/me'
import { saveBook } from '../services/save-file'
import { useCommand } from '../services/use-command'
import { Icon } from './Icon'

type Props<N extends SheetList> = { list: N; input: InputOf<N>; isOff?: boolean; isLarge?: boolean }

/** The whole list as a workbook, under the conditions it is looked at with, not only the rows loaded so far. */
export function SheetButton<N extends SheetList>({ list, input, isOff = false, isLarge = false }: Props<N>) {
  const me = useMe()
  const { run, isBusy, failure } = useCommand('sheet.download')
  const { message } = App.useApp()
  useEffect(() => {
    if (failure) void message.error(`没能导出：${failure.message}`)
  }, [failure, message])
  if (!me.operations.includes('sheet.download') || !me.operations.includes(list)) return null
  const save = async () => {
    const book = await run({ list, input: input as Record<string, unknown> })
    if (!book) return
    saveBook(book)
    void message.success(book.more ? `只导出了前 ${book.rows} 行，加上条件可以分几次导出` : `导出了 ${book.rows} 行`)
  }
  return <Button size={isLarge ? 'middle' : 'small'} className="desk-only" disabled={isOff} loading={isBusy} onClick={() => void save()} icon={<Icon name="download" />}>导出 Excel</Button>
}
