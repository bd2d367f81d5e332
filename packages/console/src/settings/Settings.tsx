import { useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { NotHere, PageLoading } from '../frame/pages.tsx'
import { useMe } from '../session/me.ts'
import { Home } from './Home.tsx'
import { isShown, type PageKey, pageNamed } from './pages.ts'
import { SettingsFrame } from './SettingsFrame.tsx'

export interface PageProps {
  /** What stands open on the page: a record's id, or `new`. */
  id: string | undefined
}

const bodies: Record<PageKey, ComponentType<PageProps>> = {
  desk: lazy(() => import('./desk/DeskPage.tsx').then(it => ({ default: it.DeskPage }))),
  people: lazy(() => import('./people/PeoplePage.tsx').then(it => ({ default: it.PeoplePage }))),
  departments: lazy(() => import('./departments/DepartmentsPage.tsx').then(it => ({ default: it.DepartmentsPage }))),
  roles: lazy(() => import('./roles/RolesPage.tsx').then(it => ({ default: it.RolesPage }))),
  categories: lazy(() => import('./categories/CategoriesPage.tsx').then(it => ({ default: it.CategoriesPage }))),
  requestTypes: lazy(() =>
    import('./requestTypes/RequestTypesPage.tsx').then(it => ({ default: it.RequestTypesPage })),
  ),
  mailboxes: lazy(() => import('./mailboxes/MailboxesPage.tsx').then(it => ({ default: it.MailboxesPage }))),
  deliveries: lazy(() => import('./deliveries/DeliveriesPage.tsx').then(it => ({ default: it.DeliveriesPage }))),
  mails: lazy(() => import('./mails/MailsPage.tsx').then(it => ({ default: it.MailsPage }))),
  apiKeys: lazy(() => import('./apiKeys/ApiKeysPage.tsx').then(it => ({ default: it.ApiKeysPage }))),
  audit: lazy(() => import('../audit/Audit.tsx').then(it => ({ default: it.Audit }))),
  health: lazy(() => import('./health/HealthPage.tsx').then(it => ({ default: it.HealthPage }))),
}

/** The desk's arrangements: an index at the left, one page a domain word. */
export function Settings(): ReactNode {
  const me = useMe()
  const { page: key, id } = useParams({ strict: false })
  const page = pageNamed(key)
  const Body = page && isShown(page, me) ? bodies[page.key] : undefined
  return (
    <SettingsFrame current={page?.key}>
      <Suspense fallback={<PageLoading />}>
        {Body ? <Body key={key} id={id} /> : key === undefined ? <Home /> : <NotHere />}
      </Suspense>
    </SettingsFrame>
  )
}
