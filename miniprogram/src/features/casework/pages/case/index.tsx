import { useEffect, useState } from 'react'
import { ErrorState } from '@/components/ErrorState'
import { Page } from '@/components/Page'
import { SectionHeader } from '@/components/SectionHeader'
import { Serial } from '@/components/Serial'
import { Skeleton } from '@/components/Skeleton'
import { useQuery } from '@/hooks/use-query'
import { usePull } from '@/hooks/use-pull'
import { may } from '@/services/session'
import { AboveCard } from '../../components/AboveCard'
import { AskSheet } from '../../components/AskSheet'
import { CaseDock } from '../../components/CaseDock'
import { CaseHead } from '../../components/CaseHead'
import { CasePlace } from '../../components/CasePlace'
import { CaseTimeline } from '../../components/CaseTimeline'
import { ContactSheet } from '../../components/ContactSheet'
import { LastingCard } from '../../components/LastingCard'
import { MergedCard } from '../../components/MergedCard'
import { QueuedItems } from '../../components/QueuedItems'
import { SealedCard } from '../../components/SealedCard'
import { TimeSheet } from '../../components/TimeSheet'
import { TogetherCard } from '../../components/TogetherCard'
import { turnTo } from '../../open'
import { WhySteps } from '../../components/WhySteps'
import { useCase } from '../../use-case'

/** Publishing is edited and looked over at a desk. */
const DESK_ONLY: readonly string[] = ['publish', 'unpublish', 'release']

/** Beside the page, not in its way: when it cannot be had, the page stands without it. */
function Why({ caseId }: { caseId: string }) {
  const { data } = useQuery('casework.getOwnWhy', { caseId })
  return data && data.items.length > 0 ? <><SectionHeader words="为什么转到这里？" /><WhySteps steps={data.items} /></> : null
}

/** Reads like a parcel's tracking: who has it, since when, until when, what is next. */
export default function Case() {
  const { id, view, error, reload, replace } = useCase()
  const [sheet, setSheet] = useState<'ask' | 'contact' | 'time'>()
  const close = () => setSheet(undefined)
  usePull(reload)
  // Neither one's own nor one's work: a message about a case that is followed leads here as well.
  useEffect(() => { if (error?.code === 'core.notFound' && id) turnTo('joined', { id }) }, [error, id])
  const dock = view?.can.some((action) => !DESK_ONLY.includes(action)) ? <CaseDock view={view} onChange={replace} onAsk={() => setSheet('ask')} onTime={() => setSheet('time')} /> : undefined
  return (
    <Page title="事项进展" dock={dock}>
      {error && error.code !== 'core.notFound' && <ErrorState error={error} onRetry={() => void reload()} />}
      {!view && !error && <><Skeleton kind="words" rows={2} /><Skeleton kind="words" /></>}
      {view && (
        <>
          <CaseHead view={view} onContact={view.names !== 'sealed' && may('casework.revealRequester') ? () => setSheet('contact') : undefined} />
          <AboveCard view={view} />
          <SealedCard view={{ ...view, released: view.sealed?.releasedAt ? view.words : undefined }} />
          <LastingCard view={view} onChange={replace} />
          <MergedCard view={view} />
          <TogetherCard view={view} />
          <QueuedItems record={view.id} />
          {!view.requester.isMe && <CasePlace view={view} />}
          <CaseTimeline view={view} />
          <Why caseId={view.id} />
          <Serial serial={view.serial} />
          <AskSheet view={view} isOpen={sheet === 'ask'} onClose={close} onChange={replace} />
          {view.can.includes('askTime') && <TimeSheet view={view} isOpen={sheet === 'time'} onClose={close} onChange={replace} />}
          <ContactSheet caseId={view.id} isOpen={sheet === 'contact'} onClose={close} />
        </>
      )}
    </Page>
  )
}
