import type { Records } from '@baton/contract'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { type Mailbox, mailboxes } from './mailboxes.ts'

/** In the order of their making. Archived ones only when asked for. */
export const listMailboxes = read('mailbox.list', async (reading, input) => {
  const { all } = reading.picture.of(mailboxes)
  const { shown, nextCursor } = pageOfAll(input.archived ? all : all.filter(({ archived }) => !archived), input)
  return { items: shown.map(mailbox => ({ ...record(mailbox, reading) })), nextCursor }
})

export const presentMailboxes: Present = async (reading, ids) => {
  const { byId } = reading.picture.of(mailboxes)
  return ids.flatMap(id => {
    const mailbox = byId(id)
    return mailbox ? [{ ...record(mailbox, reading) }] : []
  })
}

const record = (mailbox: Mailbox, { caller }: Reading): Records['mailbox'] => ({
  ...mailbox,
  allowed: mailbox.archived ? [] : verbsFor(mailbox).filter(name => caller.grants.may(name)),
})

const verbsFor = ({ isDefault }: Mailbox) => (isDefault ? ['mailbox.update'] : ['mailbox.update', 'mailbox.archive'])
