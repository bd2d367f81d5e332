import type { Records } from '@baton/contract'
import { useAsk } from '../session/ask.ts'

export type Notification = Records['notification']

/** The newest notifications: for what pops up, and for the ticket that stands open. */
export const useNewest = (): readonly Notification[] | undefined =>
  useAsk('notification.list', { limit: 20 }, { fresh: 0 }).data?.items
