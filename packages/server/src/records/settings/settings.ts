import type { Urgency } from '@baton/contract'
import { type Cached, cached } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { type Change, changesOf, put, type Row, reconfigure, type Step, tell } from '../../kernel/steps.ts'

/** The desk's own arrangements: one row. */
export interface SettingsRow {
  single: boolean
  desk_name: string
  /** IANA name. */
  timezone: string
  number_prefix: string
  auto_close_days: number
  reopen_days: number
  acknowledge: boolean
  form_enabled: boolean
  default_department_id: string | null
  load_weights: Record<Urgency, number>
  first_run_code: string | null
  version: number
}

declare module '../../kernel/db.ts' {
  interface Tables {
    settings: SettingsRow
  }
}

export interface Settings {
  deskName: string
  timezone: string
  numberPrefix: string
  /** How long a solved ticket waits for the customer before it closes by itself; 0 is never. */
  autoCloseDays: number
  /** How long after closing a customer's message still reopens the ticket; 0 is never. */
  reopenDays: number
  /** Whether customers hear that their matter has arrived. */
  acknowledge: boolean
  formEnabled: boolean
  defaultDepartmentId: string | null
  /** How much a ticket in hand weighs against a person's capacity. */
  loadWeights: Record<Urgency, number>
  version: number
}

export const settings: Cached<Settings> = cached('settings', loadSettings)

export async function loadSettings(db: Db): Promise<Settings> {
  const row = await db.selectFrom('settings').selectAll().executeTakeFirstOrThrow()
  return {
    deskName: row.desk_name,
    timezone: row.timezone,
    numberPrefix: row.number_prefix,
    autoCloseDays: Number(row.auto_close_days),
    reopenDays: Number(row.reopen_days),
    acknowledge: row.acknowledge,
    formEnabled: row.form_enabled,
    defaultDepartmentId: row.default_department_id,
    loadWeights: row.load_weights,
    version: row.version,
  }
}

const columns: Record<string, string> = {
  deskName: 'desk_name',
  timezone: 'timezone',
  numberPrefix: 'number_prefix',
  autoCloseDays: 'auto_close_days',
  reopenDays: 'reopen_days',
  acknowledge: 'acknowledge',
  formEnabled: 'form_enabled',
  defaultDepartmentId: 'default_department_id',
  loadWeights: 'load_weights',
}

/** Only under the lock of `oneAtATime`, whose picture `before` is from. No steps when nothing differs. */
export function settingsChanged(before: Settings, patch: Partial<Settings>): Step[] {
  const changes: Change[] = changesOf(
    before as unknown as Row,
    patch as Row,
    Object.fromEntries(Object.keys(columns).map(name => [name, name])),
  )
  if (changes.length === 0) return []
  const row = Object.fromEntries(changes.map(({ field, to }) => [columns[field] ?? field, to]))
  return [
    put('settings', ['single'], { single: true, ...row, version: before.version + 1 }),
    tell('settings.updated', deskTopic, deskTopic, { changes }),
    reconfigure,
  ]
}
