import { tokenPattern } from '../../kernel/tokens.ts'
import type { Mailbox, Mailboxes } from '../../records/mailboxes/index.ts'

/** The domain of one of our own addresses, under which our mails have their names. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** Where answers to a mail of ours go: the token tells which one, whatever the answer looks like. */
export const replyAddress = (token: string, mailbox: Mailbox): string => `reply+${token}@${domainOf(mailbox.address)}`

/** The tokens in these addresses, in their order. */
export function tokensIn(addresses: readonly string[]): string[] {
  const details = addresses.flatMap(address => /\+([^+@]+)@[^@]+$/.exec(address.toLowerCase())?.[1] ?? [])
  return [...new Set(details.filter(detail => tokenPattern.test(detail)))]
}

/** The first mailbox that one of the addresses names; undefined when nobody claims them. */
export function claimedBy(mailboxes: Mailboxes, addresses: readonly string[]): Mailbox | undefined {
  for (const address of addresses) {
    const mailbox = mailboxes.byAddress(address)
    if (mailbox) return mailbox
  }
  return undefined
}

export const domainsOf = (mailboxes: Mailboxes): ReadonlySet<string> =>
  new Set(mailboxes.all.filter(mailbox => !mailbox.archived).map(({ address }) => domainOf(address)))

/** The Message-ID of what we send: named after the message, so an answer leads back to it without any look-up table. */
export const messageIdOf = (id: string, mailbox: Mailbox): string => `${id}@${domainOf(mailbox.address)}`

/** The id of the message or delivery after which a Message-ID is named; undefined when it cannot be one of ours. */
export const idInMessageId = (messageId: string): string | undefined =>
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/.exec(messageId)?.[1]

/** Whether a Message-ID is that of a notification to a colleague: it belongs to no ticket, and no answer to it does. */
export const isNotice = (messageId: string): boolean =>
  /^notice\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@/.test(messageId)
