import { cached } from '../../kernel/configuration.ts'
import { normalise } from '../customers/index.ts'
import type { MailboxRow } from './tables.ts'

export interface Mailbox {
  id: string
  name: string
  /** In lower case. */
  address: string
  departmentId: string | null
  isDefault: boolean
  signature: string | null
  archived: boolean
  version: number
}

export interface Mailboxes {
  all: readonly Mailbox[]
  byId(id: string): Mailbox | undefined
  /** The mailbox in use that has this address in any spelling; a part after `+` does not count. */
  byAddress(address: string): Mailbox | undefined
  /** Takes the mail that no other mailbox claims. */
  default: Mailbox
}

/** Our own addresses, always at hand. */
export const mailboxes = cached<Mailboxes>('mailboxes', async db =>
  mailboxesOf(await db.selectFrom('mailboxes').selectAll().orderBy('created_at').orderBy('id').execute()),
)

/** Pure, for tests too. */
export function mailboxesOf(rows: readonly MailboxRow[]): Mailboxes {
  const all = rows.map(mailboxOf)
  const inUse = all.filter(mailbox => !mailbox.archived)
  const usual = inUse.find(mailbox => mailbox.isDefault) ?? inUse[0]
  if (!usual) throw new Error('the desk has no mailbox')
  const byAddress = new Map(inUse.map(mailbox => [mailbox.address, mailbox]))
  return {
    all,
    byId: id => all.find(mailbox => mailbox.id === id),
    byAddress(address) {
      const value = normalise('email', address)?.value ?? ''
      return byAddress.get(value) ?? byAddress.get(value.replace(/\+[^@]*@/, '@'))
    },
    default: usual,
  }
}

const mailboxOf = (row: MailboxRow): Mailbox => ({
  id: row.id,
  name: row.name,
  address: row.address,
  departmentId: row.department_id,
  isDefault: row.is_default,
  signature: row.signature,
  archived: row.archived_at !== null,
  version: row.version,
})
