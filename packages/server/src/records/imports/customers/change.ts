import { sql } from 'kysely'
import type { Db } from '../../../kernel/db.ts'
import type { Row } from '../../../kernel/steps.ts'
import { normalise, readPhone } from '../../customers/index.ts'
import type { ReadCustomerRow } from './read-row.ts'

interface Standing {
  version: number
  phones: string[]
  emails: string[]
}

/**
 * What `customer.update` is told of a row: what it says, and nothing of what it does not. Phones and mail addresses join those
 * that are there: a file that knows one of them takes no other away.
 */
export async function changeBy(db: Db, customerId: string, input: ReadCustomerRow['input']): Promise<Row> {
  const { phones, emails, ...said } = input
  if (!phones && !emails) return { ...said, customerId }
  const standing = await standingOf(db, customerId)
  const before = new Set(standing.phones.map(phoneKey))
  const newPhones = (phones ?? []).filter(text => !before.has(phoneKey(text)))
  const newMails = (emails ?? []).filter(text => !standing.emails.includes(normalise('email', text)?.value ?? ''))
  const isJoined = newPhones.length + newMails.length > 0
  return {
    ...said,
    customerId,
    ...(newPhones.length > 0 && { phones: [...standing.phones, ...newPhones] }),
    ...(newMails.length > 0 && { emails: [...standing.emails, ...newMails] }),
    // Whoever adds to a list says which list.
    ...(isJoined && { version: standing.version }),
  }
}

const phoneKey = (text: string): string => {
  const phone = readPhone(text)
  return phone?.key ?? phone?.shown ?? text
}

async function standingOf(db: Db, customerId: string): Promise<Standing> {
  const values = (kind: 'phone' | 'email') => sql`array(
    select p.value from contact_points p where p.customer_id = c.id and p.kind = ${kind} order by p.position, p.value)`
  const { rows } = await sql<Standing>`
    select c.version, ${values('phone')} || c.partial_phones as phones, ${values('email')} as emails
    from customers c where c.id = ${customerId}`.execute(db)
  return rows[0] ?? { version: 0, phones: [], emails: [] }
}
