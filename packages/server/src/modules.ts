import { email } from './channels/email/index.ts'
import { fileRoutes } from './channels/files/index.ts'
import { form } from './channels/form/index.ts'
import { reference } from './channels/reference/index.ts'
import type { Module } from './kernel/module.ts'
import { clocks } from './reactions/clocks/index.ts'
import { closing } from './reactions/closing/index.ts'
import { pooling } from './reactions/pooling/index.ts'
import { routing } from './reactions/routing/index.ts'
import { audit } from './records/audit/index.ts'
import { calls } from './records/calls/index.ts'
import { categoriesRoom } from './records/categories/index.ts'
import { customers } from './records/customers/index.ts'
import { deliveries } from './records/deliveries/index.ts'
import { files } from './records/files/index.ts'
import { health } from './records/health/index.ts'
import { mailboxesRoom } from './records/mailboxes/index.ts'
import { people } from './records/people/index.ts'
import { sessions } from './records/sessions/index.ts'
import { settingsRoom } from './records/settings/index.ts'
import { tickets } from './records/tickets/index.ts'

/** The rooms in order: the table of contents. A records room may use the ones above it. */
export const modules: readonly Module[] = [
  // records
  people,
  settingsRoom,
  sessions,
  audit,
  customers,
  calls,
  categoriesRoom,
  mailboxesRoom,
  files,
  tickets,
  deliveries,
  health,
  // reactions
  clocks,
  closing,
  pooling,
  routing,
  // channels
  fileRoutes,
  form,
  email,
  reference,
]
