import type { SmsProviderName } from '@baton/contract'
import { cached } from '../../kernel/configuration.ts'

export interface SmsAccountRow {
  id: string
  provider: SmsProviderName
  name: string
  is_default: boolean
  settings: Record<string, string>
  templates: Record<string, string>
  archived_at: Date | null
  version: number
  created_at: Date
}

declare module '../../kernel/db.ts' {
  interface Tables {
    sms_accounts: SmsAccountRow
  }
}

export interface SmsAccount {
  id: string
  provider: SmsProviderName
  name: string
  isDefault: boolean
  /** By the keys of the provider's form; secrets are not among them. */
  settings: Readonly<Record<string, string>>
  /** The provider's id of a template, by our name for it. */
  templates: Readonly<Record<string, string>>
  archived: boolean
  version: number
}

export interface SmsAccounts {
  /** In the order of their making, archived ones too. */
  all: readonly SmsAccount[]
  byId(id: string): SmsAccount | undefined
  /** Through which text messages leave; undefined while there is none. */
  default: SmsAccount | undefined
}

/** The accounts for text messages, always at hand; their secrets are read when something is sent. */
export const smsAccounts = cached<SmsAccounts>('smsAccounts', async db => {
  const rows = await db.selectFrom('sms_accounts').selectAll().orderBy('created_at').orderBy('id').execute()
  return smsAccountsOf(rows)
})

/** Pure, for tests too. */
export function smsAccountsOf(rows: readonly SmsAccountRow[]): SmsAccounts {
  const all = rows.map(
    ({ id, provider, name, is_default, settings, templates, archived_at, version }): SmsAccount => ({
      id,
      provider,
      name,
      isDefault: is_default,
      settings,
      templates,
      archived: archived_at !== null,
      version,
    }),
  )
  return {
    all,
    byId: id => all.find(account => account.id === id),
    default: all.find(account => account.isDefault && !account.archived),
  }
}
