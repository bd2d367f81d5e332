import type { ComponentType } from 'react'
import type { PageKey } from './pages.ts'

export interface PageProps {
  /** What stands open on the page: a record's id, or `new`. */
  id: string | undefined
}

type Body = { default: ComponentType<PageProps> }

/** Each page is fetched when it is wanted, or when the hand is over its name. */
export const fetchPage: Readonly<Record<PageKey, () => Promise<Body>>> = {
  desk: () => import('./desk/DeskPage.tsx').then(it => ({ default: it.DeskPage })),
  portal: () => import('./portal/PortalPage.tsx').then(it => ({ default: it.PortalPage })),
  notifications: () => import('../notifications/DefaultsPage.tsx').then(it => ({ default: it.DefaultsPage })),
  people: () => import('./people/PeoplePage.tsx').then(it => ({ default: it.PeoplePage })),
  departments: () => import('./departments/DepartmentsPage.tsx').then(it => ({ default: it.DepartmentsPage })),
  roles: () => import('./roles/RolesPage.tsx').then(it => ({ default: it.RolesPage })),
  categories: () => import('./categories/CategoriesPage.tsx').then(it => ({ default: it.CategoriesPage })),
  requestTypes: () => import('./requestTypes/RequestTypesPage.tsx').then(it => ({ default: it.RequestTypesPage })),
  macros: () => import('./macros/MacrosPage.tsx').then(it => ({ default: it.MacrosPage })),
  cannedReplies: () => import('./cannedReplies/CannedRepliesPage.tsx').then(it => ({ default: it.CannedRepliesPage })),
  fields: () => import('./fields/FieldsPage.tsx').then(it => ({ default: it.FieldsPage })),
  templates: () => import('./templates/TemplatesPage.tsx').then(it => ({ default: it.TemplatesPage })),
  policies: () => import('./policies/PoliciesPage.tsx').then(it => ({ default: it.PoliciesPage })),
  calendars: () => import('./calendars/CalendarsPage.tsx').then(it => ({ default: it.CalendarsPage })),
  imports: () => import('../imports/ImportsPage.tsx').then(it => ({ default: it.ImportsPage })),
  mailboxes: () => import('./mailboxes/MailboxesPage.tsx').then(it => ({ default: it.MailboxesPage })),
  deliveries: () => import('./deliveries/DeliveriesPage.tsx').then(it => ({ default: it.DeliveriesPage })),
  mails: () => import('./mails/MailsPage.tsx').then(it => ({ default: it.MailsPage })),
  robots: () => import('./robots/RobotsPage.tsx').then(it => ({ default: it.RobotsPage })),
  smsAccounts: () => import('./smsAccounts/SmsAccountsPage.tsx').then(it => ({ default: it.SmsAccountsPage })),
  apiKeys: () => import('./apiKeys/ApiKeysPage.tsx').then(it => ({ default: it.ApiKeysPage })),
  audit: () => import('../audit/Audit.tsx').then(it => ({ default: it.Audit })),
  health: () => import('./health/HealthPage.tsx').then(it => ({ default: it.HealthPage })),
}
