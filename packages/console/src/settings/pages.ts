import type { IconName } from '@baton/ui'
import type { Me } from '../session/me.ts'

export type PageKey =
  | 'desk'
  | 'portal'
  | 'notifications'
  | 'people'
  | 'departments'
  | 'roles'
  | 'categories'
  | 'requestTypes'
  | 'macros'
  | 'cannedReplies'
  | 'fields'
  | 'templates'
  | 'policies'
  | 'calendars'
  | 'imports'
  | 'mailboxes'
  | 'deliveries'
  | 'mails'
  | 'robots'
  | 'smsAccounts'
  | 'apiKeys'
  | 'audit'
  | 'health'

export interface SettingsPage {
  key: PageKey
  icon: IconName
  /** One of these shows it: what one may not use is not there. */
  grants: readonly string[]
  /** What can be found on it, for the search; its word is `topic.<key>`. */
  topics: readonly Topic[]
}

export const groups = [
  { key: 'desk', pages: ['desk', 'portal', 'notifications'] },
  { key: 'organisation', pages: ['people', 'departments', 'roles'] },
  {
    key: 'tickets',
    pages: [
      'categories',
      'requestTypes',
      'fields',
      'templates',
      'macros',
      'cannedReplies',
      'policies',
      'calendars',
      'imports',
    ],
  },
  { key: 'mail', pages: ['mailboxes', 'deliveries', 'mails'] },
  { key: 'outside', pages: ['robots', 'smsAccounts'] },
  { key: 'system', pages: ['apiKeys', 'audit', 'health'] },
] as const satisfies readonly { key: string; pages: readonly PageKey[] }[]

/** The settings, one page a domain word; its word is `settings.<key>`. */
export const settingsPages = [
  {
    key: 'desk',
    icon: 'settings',
    grants: ['settings.update'],
    topics: [
      'deskName',
      'timezone',
      'numberPrefix',
      'defaultDepartmentId',
      'autoCloseDays',
      'reopenDays',
      'acknowledge',
      'formEnabled',
      'loadWeights',
    ],
  },
  { key: 'notifications', icon: 'bell', grants: ['notification.updateDefaults'], topics: [] },
  {
    key: 'portal',
    icon: 'star',
    grants: ['portalSettings.update'],
    topics: ['followEnabled', 'linkDays', 'surveyMoment', 'badScore', 'surveyDays'],
  },
  {
    key: 'people',
    icon: 'people',
    grants: ['agent.create', 'agent.update', 'agent.disable', 'agent.enable', 'agent.resetPassword', 'agent.unlock'],
    topics: ['initialPassword', 'unlock', 'disable', 'skills', 'capacity'],
  },
  {
    key: 'departments',
    icon: 'building',
    grants: ['department.create', 'department.update', 'department.archive'],
    topics: ['managers'],
  },
  {
    key: 'roles',
    icon: 'shield',
    grants: ['role.create', 'role.update', 'role.archive'],
    topics: ['grants', 'fields'],
  },
  {
    key: 'categories',
    icon: 'tag',
    grants: ['category.create', 'category.update', 'category.archive'],
    topics: ['categoryDepartment'],
  },
  {
    key: 'requestTypes',
    icon: 'flag',
    grants: ['requestType.create', 'requestType.update', 'requestType.archive'],
    topics: [],
  },
  { key: 'macros', icon: 'bolt', grants: ['macro.publish'], topics: ['placeholders'] },
  { key: 'cannedReplies', icon: 'reply', grants: ['cannedReply.publish'], topics: ['shortcuts'] },
  {
    key: 'fields',
    icon: 'table',
    grants: ['field.create', 'field.update', 'field.archive'],
    topics: ['fieldKinds', 'formulas'],
  },
  {
    key: 'templates',
    icon: 'form',
    grants: ['template.create', 'template.update', 'template.archive'],
    topics: ['formDesign', 'presets'],
  },
  {
    key: 'policies',
    icon: 'clock',
    grants: ['slaPolicy.create', 'slaPolicy.update', 'slaPolicy.archive'],
    topics: ['cardLead', 'ladder'],
  },
  {
    key: 'calendars',
    icon: 'calendar',
    grants: ['calendar.create', 'calendar.update', 'calendar.archive', 'holidays.set', 'holidays.load'],
    topics: ['publicHolidays'],
  },
  { key: 'imports', icon: 'file', grants: ['ticket.import', 'customer.import'], topics: ['importTemplate'] },
  {
    key: 'mailboxes',
    icon: 'mail',
    grants: ['mailbox.create', 'mailbox.update', 'mailbox.archive'],
    topics: ['signature', 'defaultMailbox'],
  },
  { key: 'deliveries', icon: 'send', grants: ['delivery.list'], topics: ['retry'] },
  { key: 'mails', icon: 'inbox', grants: ['mail.list'], topics: ['quarantine'] },
  { key: 'robots', icon: 'robot', grants: ['robot.list'], topics: ['webhook'] },
  { key: 'smsAccounts', icon: 'sms', grants: ['smsAccount.list', 'sms.list'], topics: ['smsTemplates', 'smsReceived'] },
  { key: 'apiKeys', icon: 'key', grants: ['apiKey.list'], topics: ['token'] },
  { key: 'audit', icon: 'note', grants: ['audit.list'], topics: ['signIns'] },
  { key: 'health', icon: 'chart', grants: ['health.get'], topics: ['followers'] },
] as const satisfies readonly { key: PageKey; icon: IconName; grants: readonly string[]; topics: readonly string[] }[]

export type Topic =
  | 'deskName'
  | 'timezone'
  | 'numberPrefix'
  | 'defaultDepartmentId'
  | 'autoCloseDays'
  | 'reopenDays'
  | 'acknowledge'
  | 'formEnabled'
  | 'loadWeights'
  | 'followEnabled'
  | 'linkDays'
  | 'surveyMoment'
  | 'badScore'
  | 'surveyDays'
  | 'placeholders'
  | 'shortcuts'
  | 'cardLead'
  | 'ladder'
  | 'initialPassword'
  | 'unlock'
  | 'disable'
  | 'skills'
  | 'capacity'
  | 'managers'
  | 'grants'
  | 'fields'
  | 'fieldKinds'
  | 'formulas'
  | 'formDesign'
  | 'presets'
  | 'categoryDepartment'
  | 'publicHolidays'
  | 'importTemplate'
  | 'signature'
  | 'defaultMailbox'
  | 'retry'
  | 'webhook'
  | 'smsTemplates'
  | 'smsReceived'
  | 'quarantine'
  | 'token'
  | 'signIns'
  | 'followers'

export const addressOf = (key: PageKey): string => `/settings/${key}`

export const isShown = (page: Pick<SettingsPage, 'grants'>, me: Me): boolean => page.grants.some(me.may)

export const pageNamed = (key: string | undefined): SettingsPage | undefined =>
  settingsPages.find(page => page.key === key)
