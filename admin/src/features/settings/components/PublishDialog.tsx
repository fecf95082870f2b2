import { dayOf } from '@xiangli/shared/core/time'
import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { NoticeLine } from '../../../components/NoticeLine'
import { PublishEnd } from '../../../components/PublishEnd'
import { useCommand } from '../../../services/use-command'
import { useDraft } from '../../../services/use-draft'
import type { EditedSettings } from '../use-settings-draft'
import { DifferenceTable } from './DifferenceTable'

type Props = { edited: EditedSettings; onClose: () => void }

/** The second look: everything that changes, from when, and why; only then it is there for everybody. */
export function PublishDialog({ edited, onClose }: Props) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [reason, write] = useDraft('settings.reason')
  const [day, setDay] = useState('')
  const { run, isBusy, failure } = useCommand('casework.publishSettings')
  const { draft, differences } = edited
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => /^casework\.(get|read|list|show)(Settings|Applying)/.test(String(queryKey[0])) })
  const publish = async () => {
    const done = await run({ ...draft, reason: reason.trim(), ...(day ? { effectiveFrom: day } : {}) })
    if (!done) return
    edited.clear()
    write('')
    await refresh()
    void message.success(`第 ${done.version} 版已发布`)
    onClose()
  }
  return (
    <Modal open title={`发布第 ${draft.version + 1} 版事项设置`} onCancel={onClose} footer={null} centered width={640}>
      <form className="set-publish" onSubmit={(event) => { event.preventDefault(); void publish() }}>
        <DifferenceTable differences={differences} />
        <label htmlFor="set-day">从哪天起（不选就是现在起）</label>
        <Input id="set-day" type="date" min={dayOf(new Date())} value={day} onChange={(event) => setDay(event.target.value)} />
        <PublishEnd
          version={draft.version + 1} reason={reason} example="县政府常务会议定的，供电的事压到两天" isBusy={isBusy} isReady failure={failure}
          isStale={failure?.code === 'casework.settingsStale'} onReason={write} onReload={() => void refresh().then(onClose)} onClose={onClose}
        >
          <NoticeLine icon="clock">新收的事按新的一版；在办的照旧，要用到在办的事上，发布后再定一次。提前提醒改了的，在办的也跟着变。</NoticeLine>
        </PublishEnd>
      </form>
    </Modal>
  )
}
