import { lazy, Suspense } from 'react'
import { createBrowserRouter, Navigate } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { PageSkeleton } from '../components/PageSkeleton'
import { LoginPage } from '../features/identity/pages/LoginPage'
import { onSignedOut } from '../services/session'
import { closeSocket } from '../services/socket'
import { CrashPage } from './CrashPage'
import { NotFoundPage } from './NotFoundPage'
import { queryClient } from './providers/query-client'
import { Shell } from './shell/Shell'

const WorkbenchPage = lazy(() => import('../features/casework/pages/WorkbenchPage'))
const CaseListPage = lazy(() => import('../features/casework/pages/CaseListPage'))
const CasePage = lazy(() => import('../features/casework/pages/CasePage'))
const CaseMapPage = lazy(() => import('../features/casework/pages/CaseMapPage'))
const CalendarPage = lazy(() => import('../features/calendar/pages/CalendarPage'))
const DutyPage = lazy(() => import('../features/duty/pages/DutyPage'))
const HandoverPage = lazy(() => import('../features/handover/pages/HandoverPage'))
const SupervisionPage = lazy(() => import('../features/casework/pages/SupervisionPage'))
const DispatchPage = lazy(() => import('../features/casework/pages/DispatchPage'))
const CallPage = lazy(() => import('../features/casework/pages/CallPage'))
const KeysPage = lazy(() => import('../features/open311/pages/KeysPage'))
const CallBackPage = lazy(() => import('../features/casework/pages/CallBackPage'))
const SatisfactionPage = lazy(() => import('../features/casework/pages/SatisfactionPage'))
const TemplatesPage = lazy(() => import('../features/casework/pages/TemplatesPage'))
const TriagePage = lazy(() => import('../features/casework/pages/TriagePage'))
const PlaceCodesPage = lazy(() => import('../features/casework/pages/PlaceCodesPage'))
const SettingsPage = lazy(() => import('../features/settings/pages/SettingsPage'))
const ResponsibilitiesPage = lazy(() => import('../features/settings/pages/ResponsibilitiesPage'))
const SigningPage = lazy(() => import('../features/casework/pages/SigningPage'))
const HotlinePage = lazy(() => import('../features/hotline/pages/HotlinePage'))
const StatsPage = lazy(() => import('../features/stats/pages/StatsPage'))
const JournalPage = lazy(() => import('../features/journal/pages/JournalPage'))

const shown = (page: React.ReactNode) => <Suspense fallback={<PageSkeleton />}>{page}</Suspense>

const router = createBrowserRouter(
  [
    { path: '/login', element: <LoginPage />, errorElement: <CrashPage /> },
    {
      path: '/',
      element: <Shell />,
      errorElement: <CrashPage />,
      children: [
        {
          errorElement: <CrashPage />,
          children: [
            { index: true, element: shown(<WorkbenchPage />) },
            { path: 'cases', element: shown(<CaseListPage />) },
            { path: 'cases/:caseId', element: shown(<CasePage />) },
            { path: 'supervisions', element: shown(<SupervisionPage />) },
            { path: 'dispatch', element: shown(<DispatchPage />) },
            { path: 'calls', element: shown(<CallPage />) },
            { path: 'map', element: shown(<CaseMapPage />) },
            { path: 'calendar', element: shown(<CalendarPage />) },
            { path: 'duty', element: shown(<DutyPage />) },
            { path: 'handover', element: shown(<HandoverPage />) },
            { path: 'keys', element: shown(<KeysPage />) },
            { path: 'call-backs', element: shown(<CallBackPage />) },
            { path: 'satisfaction', element: shown(<SatisfactionPage />) },
            { path: 'stats', element: shown(<StatsPage />) },
            { path: 'templates', element: shown(<TemplatesPage />) },
            { path: 'triage', element: shown(<TriagePage />) },
            { path: 'place-codes', element: shown(<PlaceCodesPage />) },
            { path: 'settings', element: shown(<SettingsPage />) },
            { path: 'responsibilities', element: shown(<ResponsibilitiesPage />) },
            { path: 'signing', element: shown(<SigningPage />) },
            { path: 'hotline', element: shown(<HotlinePage />) },
            { path: 'journal', element: shown(<JournalPage />) },
            { path: 'index.html', element: <Navigate to="/" replace /> },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ],
  { basename: '/admin' },
)

/** Signed out elsewhere or too long away: to the login page, and back here afterwards. */
onSignedOut(() => {
  const { pathname, search } = router.state.location
  const here = pathname.replace(/^\/admin/, '') || '/'
  if (here.startsWith('/login')) return
  closeSocket()
  queryClient.clear()
  void router.navigate(`/login?next=${encodeURIComponent(here + search)}`)
})

export const Router = () => <RouterProvider router={router} />
