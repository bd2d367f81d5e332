import { readText } from './charset.ts'
import { cleanLine } from './clean.ts'
import { type Head, readHead, splitHead } from './header.ts'
import { type Mail, readIds } from './mail.ts'
import type { Part } from './parts.ts'

/** What a mail server reports about a mail of ours. */
export interface Report {
  /** `failed`: it will not arrive; `delayed`: not yet; `arrived`: it did, or somebody opened it. */
  fate: 'failed' | 'delayed' | 'arrived'
  /** For whom. */
  recipients: readonly string[]
  /** What the server at the other end said. */
  diagnostic: string
  /** The Message-IDs of the mail that it is about, the likeliest first. */
  about: readonly string[]
}

/** Reads a report about a mail of ours; undefined when it is none. `nullSender`: its envelope names nobody to answer. */
export function readReport(mail: Mail, nullSender: boolean): Report | undefined {
  const type =
    mail.root.type.value === 'multipart/report' ? (mail.root.type.get('report-type')?.toLowerCase() ?? '') : ''
  if (type === 'disposition-notification') return plain(mail, 'arrived')
  const statuses = partsOf(mail.root, 'message/delivery-status').flatMap(groups)
  const recipients = statuses.filter(group => group.has('final-recipient') || group.has('action'))
  if (recipients.length > 0) return fromStatus(mail, recipients)
  const failed = mail.head.get('x-failed-recipients')
  if (failed) return { ...plain(mail, 'failed'), recipients: failed.split(',').map(address => cleanLine(address, 254)) }
  return type === 'delivery-status' || (isPostmaster(mail, nullSender) && failureWords.test(mail.subject))
    ? plain(mail, 'failed')
    : undefined
}

function fromStatus(mail: Mail, groups: readonly Head[]): Report {
  const actions = groups.map(group => group.get('action').trim().toLowerCase())
  const fate = actions.some(action => action === 'failed')
    ? 'failed'
    : actions.some(action => action === 'delayed')
      ? 'delayed'
      : 'arrived'
  const worst = groups[actions.indexOf(fate === 'arrived' ? (actions[0] ?? '') : fate)] ?? groups[0]
  const said = [worst?.get('diagnostic-code').replace(/^\s*(smtp|x-[\w-]+);\s*/i, ''), worst?.get('status')].filter(
    Boolean,
  )
  return {
    fate,
    recipients: groups.map(group =>
      cleanLine((group.get('final-recipient') || group.get('original-recipient')).replace(/^.*?;/, ''), 254),
    ),
    diagnostic: cleanLine(said[0] || mail.subject, mostSaid),
    about: aboutOf(mail),
  }
}

const mostSaid = 500

const plain = (mail: Mail, fate: Report['fate']): Report => ({
  fate,
  recipients: [],
  diagnostic: cleanLine(saidIn(mail.text) ?? mail.subject, mostSaid),
  about: aboutOf(mail),
})

/** The line of a report in prose that tells why. */
const saidIn = (text: string): string | undefined =>
  text.split('\n').find(line => /\b[45]\d\d[ -](#?\d\.\d\.\d\b|.{4,})/.test(line)) ??
  text.split('\n').find(line => /\b[45]\.\d{1,3}\.\d{1,3}\b/.test(line))

const failureWords =
  /undeliver|delivery (status|fail|has failed)|failure notice|returned mail|mail delivery fail|could not be delivered|not delivered|退信|退回|投递失败|发送失败|无法送达|无法投递/i

const isPostmaster = ({ from }: Mail, nullSender: boolean): boolean =>
  nullSender || /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/.test(from?.address ?? '')

/** The original's own header is within the report, or at least in its text; some only answer it. */
function aboutOf({ root, text, head, references }: Mail): string[] {
  const within = [
    ...partsOf(root, 'text/rfc822-headers').map(part => readHead(part.content())),
    ...partsOf(root, 'message/rfc822')
      .map(part => splitHead(part.content()))
      .map(({ head: block }) => readHead(block)),
  ]
  const named = within.map(original => readIds(original).messageId)
  const told = [head.get('x-original-message-id'), ...text.matchAll(/^\s*message-id:\s*(<[^<>\s]+>)/gim)].map(found =>
    (typeof found === 'string' ? found : (found[1] ?? '')).trim().replace(/^<|>$/g, ''),
  )
  return [...new Set([...named, ...told, ...references].filter((id): id is string => Boolean(id)))]
}

function partsOf(part: Part, type: string): Part[] {
  return [...(part.type.value === type ? [part] : []), ...part.parts.flatMap(child => partsOf(child, type))]
}

/** A delivery status is header fields in groups: one about the mail, one for each recipient. */
const groups = (part: Part): Head[] =>
  readText(part.content(), part.type.get('charset'))
    .split(/\r?\n\s*\r?\n/)
    .filter(block => block.trim() !== '')
    .map(block => readHead(Buffer.from(block, 'latin1')))
