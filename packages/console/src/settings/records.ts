import type { Records } from '@baton/contract'

/** What the settings are about, as the API tells it. */
export type ApiKeyRecord = Records['apiKey']
export type CalendarRecord = Records['calendar']
export type CategoryRecord = Records['category']
export type DepartmentRecord = Records['department']
export type DeskRecord = Records['settings']
export type HolidaysRecord = Records['holidays']
export type MailboxRecord = Records['mailbox']
export type SlaPolicyRecord = Records['slaPolicy']
export type RequestTypeRecord = Records['requestType']
export type RobotRecord = Records['robot']
export type SmsAccountRecord = Records['smsAccount']
export type RoleRecord = Records['role']
