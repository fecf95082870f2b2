import type { CalendarDifference } from '@xiangli/shared/calendar/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { Bones } from '../../../components/PageSkeleton'
import { PublishEnd } from '../../../components/PublishEnd'
import { useCommand } from '../../../services/use-command'
import { useDraft } from '../../../services/use-draft'
import { useQuery } from '../../../services/use-query'
import type { CalendarDraft } from '../hooks/use-calendar-draft'
import { DifferenceList } from './DifferenceList'

type Props = { version: number; draft: CalendarDraft; onClose: () => void }

/** Lists what differs, as the server sees it, and asks why; then a new version is there for everybody. */
export function PublishForm({ version, draft, onClose }: Props) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [reason, write] = useDraft('calendar.reason')
  const asked = { version, ...draft.change }
  const { data, error, isFetching } = useQuery('calendar.previewCalendar', asked, { freshFor: 0 })
  const { run, isBusy, failure } = useCommand('calendar.publishCalendar')
  const isStale = (failure ?? error)?.code === 'calendar.stale'
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('calendar.') })

  const publish = async () => {
    const done = await run({ ...asked, reason: reason.trim() })
    if (!done) return
    draft.clear()
    write('')
    await refresh()
    void message.success(`第 ${done.version} 版已发布`)
    onClose()
  }
  return (
    <Modal open title={`发布第 ${version + 1} 版工作日历`} onCancel={onClose} footer={null} centered width={560}>
      <form className="cal-publish" onSubmit={(event) => { event.preventDefault(); void publish() }}>
        {isFetching && !data && <div role="status" aria-label="正在比较"><Bones width="60%" /></div>}
        {data && <Difference difference={data} />}
        <PublishEnd
          version={version + 1} reason={reason} example="国务院办公厅关于 2027 年部分节假日安排的通知" isBusy={isBusy} isReady={data !== undefined && !error}
          failure={failure ?? error ?? null} isStale={isStale} onReason={write} onReload={() => void refresh().then(onClose)} onClose={onClose}
        />
      </form>
    </Modal>
  )
}

function Difference({ difference }: { difference: CalendarDifference }) {
  return (
    <>
      <DifferenceList difference={difference} />
      <p className="small second">发布后新收的事项马上照新日历算时限；谁、什么时候、为什么改的，留在版本里。</p>
    </>
  )
}
