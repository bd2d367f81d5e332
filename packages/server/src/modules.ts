import { email } from './channels/email/index.ts'
import { fileRoutes } from './channels/files/index.ts'
import { form } from './channels/form/index.ts'
import { portalPages } from './channels/portal/index.ts'
import { push } from './channels/push/index.ts'
import { reference } from './channels/reference/index.ts'
import { robotMessages } from './channels/robots/index.ts'
import { textMessages } from './channels/sms/index.ts'
import { tables } from './channels/tables/index.ts'
import type { Module } from './kernel/module.ts'
import { clocks } from './reactions/clocks/index.ts'
import { closing } from './reactions/closing/index.ts'
import { figures } from './reactions/figures/index.ts'
import { notifying } from './reactions/notifications/index.ts'
import { pooling } from './reactions/pooling/index.ts'
import { routing } from './reactions/routing/index.ts'
import { surveying } from './reactions/surveying/index.ts'
import { audit } from './records/audit/index.ts'
import { calendarsRoom } from './records/calendars/index.ts'
import { calls } from './records/calls/index.ts'
import { categoriesRoom } from './records/categories/index.ts'
import { customers } from './records/customers/index.ts'
import { deliveries } from './records/deliveries/index.ts'
import { exportsRoom } from './records/exports/index.ts'
import { fieldsRoom } from './records/fields/index.ts'
import { files } from './records/files/index.ts'
import { health } from './records/health/index.ts'
import { imports } from './records/imports/index.ts'
import { jobs } from './records/jobs/index.ts'
import { macrosRoom } from './records/macros/index.ts'
import { mailboxesRoom } from './records/mailboxes/index.ts'
import { notificationsRoom } from './records/notifications/index.ts'
import { people } from './records/people/index.ts'
import { portalRoom } from './records/portal/index.ts'
import { robotsRoom } from './records/robots/index.ts'
import { search } from './records/search/index.ts'
import { sessions } from './records/sessions/index.ts'
import { settingsRoom } from './records/settings/index.ts'
import { slaRoom } from './records/sla/index.ts'
import { smsRoom } from './records/sms/index.ts'
import { surveys } from './records/surveys/index.ts'
import { templatesRoom } from './records/templates/index.ts'
import { tickets } from './records/tickets/index.ts'

/** The rooms in order: the table of contents. A records room may use the ones above it. */
export const modules: readonly Module[] = [
  // records
  people,
  settingsRoom,
  sessions,
  audit,
  calendarsRoom,
  files,
  fieldsRoom,
  exportsRoom,
  customers,
  calls,
  categoriesRoom,
  slaRoom,
  templatesRoom,
  mailboxesRoom,
  robotsRoom,
  smsRoom,
  search,
  tickets,
  jobs,
  imports,
  macrosRoom,
  portalRoom,
  surveys,
  deliveries,
  notificationsRoom,
  health,
  // reactions
  clocks,
  closing,
  pooling,
  routing,
  surveying,
  notifying,
  figures,
  // channels
  fileRoutes,
  tables,
  form,
  portalPages,
  email,
  robotMessages,
  textMessages,
  push,
  reference,
]
