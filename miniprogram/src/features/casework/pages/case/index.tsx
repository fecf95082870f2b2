import { useState } from 'react'
import { ErrorState } from '@/components/ErrorState'
import { Page } from '@/components/Page'
import { Serial } from '@/components/Serial'
import { Skeleton } from '@/components/Skeleton'
import { usePull } from '@/hooks/use-pull'
import { AskSheet } from '../../components/AskSheet'
import { CaseDock } from '../../components/CaseDock'
import { CaseHead } from '../../components/CaseHead'
import { CasePlace } from '../../components/CasePlace'
import { CaseTimeline } from '../../components/CaseTimeline'
import { QueuedItems } from '../../components/QueuedItems'
import { useCase } from '../../use-case'

/** Reads like a parcel's tracking: who has it, since when, until when, what is next. */
export default function Case() {
  const { view, error, reload, replace } = useCase()
  const [isAsking, setAsking] = useState(false)
  usePull(reload)
  const dock = view && view.can.length > 0 ? <CaseDock view={view} onChange={replace} onAsk={() => setAsking(true)} /> : undefined
  return (
    <Page title="事项进展" dock={dock}>
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {!view && !error && <><Skeleton kind="words" rows={2} /><Skeleton kind="words" /></>}
      {view && (
        <>
          <CaseHead view={view} />
          <QueuedItems record={view.id} />
          {!view.requester.isMe && <CasePlace view={view} />}
          <CaseTimeline view={view} />
          <Serial serial={view.serial} />
          <AskSheet view={view} isOpen={isAsking} onClose={() => setAsking(false)} onChange={replace} />
        </>
      )}
    </Page>
  )
}
