import { useEffect, useState } from 'react'
import { ErrorState } from '@/components/ErrorState'
import { Page } from '@/components/Page'
import { Serial } from '@/components/Serial'
import { Skeleton } from '@/components/Skeleton'
import { usePull } from '@/hooks/use-pull'
import { may } from '@/services/session'
import { AskSheet } from '../../components/AskSheet'
import { CaseDock } from '../../components/CaseDock'
import { CaseHead } from '../../components/CaseHead'
import { CasePlace } from '../../components/CasePlace'
import { CaseTimeline } from '../../components/CaseTimeline'
import { ContactSheet } from '../../components/ContactSheet'
import { MergedCard } from '../../components/MergedCard'
import { QueuedItems } from '../../components/QueuedItems'
import { turnTo } from '../../open'
import { useCase } from '../../use-case'

/** Reads like a parcel's tracking: who has it, since when, until when, what is next. */
export default function Case() {
  const { id, view, error, reload, replace } = useCase()
  const [sheet, setSheet] = useState<'ask' | 'contact'>()
  const close = () => setSheet(undefined)
  usePull(reload)
  // Neither one's own nor one's work: a message about a case that is followed leads here as well.
  useEffect(() => { if (error?.code === 'core.notFound' && id) turnTo('joined', { id }) }, [error, id])
  const dock = view && view.can.length > 0 ? <CaseDock view={view} onChange={replace} onAsk={() => setSheet('ask')} /> : undefined
  return (
    <Page title="事项进展" dock={dock}>
      {error && error.code !== 'core.notFound' && <ErrorState error={error} onRetry={() => void reload()} />}
      {!view && !error && <><Skeleton kind="words" rows={2} /><Skeleton kind="words" /></>}
      {view && (
        <>
          <CaseHead view={view} onContact={may('casework.revealRequester') ? () => setSheet('contact') : undefined} />
          <MergedCard view={view} />
          <QueuedItems record={view.id} />
          {!view.requester.isMe && <CasePlace view={view} />}
          <CaseTimeline view={view} />
          <Serial serial={view.serial} />
          <AskSheet view={view} isOpen={sheet === 'ask'} onClose={close} onChange={replace} />
          <ContactSheet caseId={view.id} isOpen={sheet === 'contact'} onClose={close} />
        </>
      )}
    </Page>
  )
}
