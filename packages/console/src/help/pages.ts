import type { PageKey } from '../settings/pages.ts'

export type HelpKey =
  | 'register'
  | 'claim'
  | 'reply'
  | 'transfer'
  | 'wait'
  | 'solve'
  | 'find'
  | 'keys'
  | 'presence'
  | 'departments'
  | 'policies'
  | 'calendars'
  | 'files'
  | 'mailbox'
  | 'roles'
  | 'api'

/** A help page in one language. `text` is written in the few marks that `blocks.ts` knows. */
export interface HelpText {
  title: string
  text: string
}

export type HelpTexts = Readonly<Record<HelpKey, HelpText>>

/** In the order in which one needs them. */
export const helpGroups = [
  { key: 'tickets', pages: ['register', 'claim', 'reply', 'transfer', 'wait', 'solve'] },
  { key: 'comfort', pages: ['find', 'keys', 'presence'] },
  { key: 'desk', pages: ['departments', 'policies', 'calendars', 'files', 'mailbox', 'roles', 'api'] },
] as const satisfies readonly { key: string; pages: readonly HelpKey[] }[]

export const helpKeys: readonly HelpKey[] = helpGroups.flatMap(group => [...group.pages])

/** Which page of the settings is explained where. */
export const helpOfSettings: Partial<Record<PageKey, HelpKey>> = {
  desk: 'solve',
  people: 'presence',
  departments: 'departments',
  roles: 'roles',
  categories: 'departments',
  requestTypes: 'departments',
  policies: 'policies',
  calendars: 'calendars',
  imports: 'files',
  mailboxes: 'mailbox',
  deliveries: 'mailbox',
  mails: 'mailbox',
  apiKeys: 'api',
}
