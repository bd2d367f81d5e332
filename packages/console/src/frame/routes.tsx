import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { searchOf } from '../figures/search.ts'
import { allView, todoView } from '../workspace/shipped.ts'
import { Workspace } from '../workspace/Workspace.tsx'
import { Frame } from './Frame.tsx'
import { NotHere, PageLoading, PageWrong } from './pages.tsx'

const root = createRootRoute({ component: Frame, notFoundComponent: NotHere })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tickets/{-$view}/{-$number}', params: { view: todoView } })
  },
})

/** A view by key or id, and the ticket that stands open beside it. */
const tickets = createRoute({
  getParentRoute: () => root,
  path: '/tickets/{-$view}/{-$number}',
  component: Workspace,
})

/** A short way to one ticket, for mails and chats. */
const ticket = createRoute({
  getParentRoute: () => root,
  path: '/t/$number',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/tickets/{-$view}/{-$number}', params: { view: allView, number: params.number } })
  },
})

const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('../session/Profile.tsx'), 'Profile'),
})

/** What was searched for stands in the address, and so does the ticket that stands open beside what was found. */
const search = createRoute({
  getParentRoute: () => root,
  path: '/search/{-$number}',
  validateSearch: (asked: Record<string, unknown>): { q?: string } => (asked.q ? { q: String(asked.q) } : {}),
  component: lazyRouteComponent(() => import('../search/SearchPage.tsx'), 'SearchPage'),
})

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers/{-$customerId}',
  component: lazyRouteComponent(() => import('../customers/Customers.tsx'), 'Customers'),
})

const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  component: lazyRouteComponent(() => import('../calls/CallsPage.tsx'), 'CallsPage'),
})

/** 后台作业: all of them, or one with what became of each row. */
const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs/{-$jobId}',
  component: lazyRouteComponent(() => import('../jobs/JobsPage.tsx'), 'JobsPage'),
})

/** The figures, or what one of them counted; the address says of which days and of what. */
const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures/{-$figure}',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('../figures/Figures.tsx'), 'Figures'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/{-$page}/{-$id}',
  component: lazyRouteComponent(() => import('../settings/Settings.tsx'), 'Settings'),
})

const help = createRoute({
  getParentRoute: () => root,
  path: '/help/{-$page}',
  component: lazyRouteComponent(() => import('../help/Help.tsx'), 'Help'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup/{-$step}',
  component: lazyRouteComponent(() => import('../setup/Setup.tsx'), 'Setup'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  beforeLoad: () => {
    throw redirect({ to: '/settings/{-$page}/{-$id}', params: { page: 'audit' } })
  },
})

/** Where the terminal leads on the first run; afterwards there is nothing to see. */
const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/first-run',
  beforeLoad: () => {
    throw redirect({ to: '/' })
  },
})

export const createPages = () =>
  createRouter({
    routeTree: root.addChildren([
      home,
      tickets,
      ticket,
      search,
      me,
      customers,
      calls,
      jobs,
      figures,
      settings,
      setup,
      help,
      audit,
      firstRun,
    ]),
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: PageWrong,
    defaultPreload: 'intent',
    scrollRestoration: false,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>
  }
}
