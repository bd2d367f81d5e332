import { type Address, readAddresses } from './addresses.ts'
import { type Attachment, readAttachments } from './attachments.ts'
import { readBody } from './body.ts'
import { cleanLine, cleanLines } from './clean.ts'
import type { Head } from './header.ts'
import { type Part, readParts } from './parts.ts'
import { decodeWords } from './words.ts'

/** A mail as Baton understands it: everything in it is clean enough for the contract. */
export interface Mail {
  /** Without brackets; null when it has none. */
  messageId: string | null
  /** What it answers: the nearest first. */
  references: readonly string[]
  from: Address | null
  replyTo: Address | null
  /** Whom it names as its recipients. */
  to: readonly Address[]
  /** Perhaps empty. */
  subject: string
  /** When its writer sent it, as far as it says so. */
  date: Date | null
  /** Perhaps empty. */
  text: string
  html: string | null
  attachments: readonly Attachment[]
  head: Head
  root: Part
}

export const limits = { subject: 1000, text: 100_000, html: 1_000_000, references: 200, recipients: 1000 } as const

/** Reads any bytes as a mail. Never throws for what they hold. */
export function readMail(raw: Buffer): Mail {
  const root = readParts(raw)
  const { head } = root
  const hint = charsetOf(root)
  const body = readBody(root, hint)
  const html = body.html && body.html.length <= limits.html ? body.html : null
  return {
    ...readIds(head),
    from: readAddresses(head.get('from'), hint)[0] ?? null,
    replyTo: readAddresses(head.get('reply-to'), hint)[0] ?? null,
    to: [...head.all('to'), ...head.all('cc')].flatMap(field => readAddresses(field, hint)).slice(0, limits.recipients),
    subject: cleanLine(decodeWords(head.get('subject'), hint), limits.subject),
    date: dateOf(head.get('date')),
    text: cleanLines(body.text, limits.text),
    html: html?.trim() ? html : null,
    attachments: readAttachments(body, hint),
    head,
    root,
  }
}

/** The charset that the mail's own words are in, for headers that do not say theirs. */
function charsetOf(part: Part): string | undefined {
  const own = part.type.get('charset')
  if (own) return own
  for (const child of part.parts) {
    const found = charsetOf(child)
    if (found) return found
  }
  return undefined
}

export function readIds(head: Head): { messageId: string | null; references: string[] } {
  const answered = [...idsIn(head.get('in-reply-to')), ...idsIn(head.get('references')).reverse()]
  return {
    messageId: idsIn(head.get('message-id'))[0] ?? null,
    references: [...new Set(answered)].slice(0, limits.references),
  }
}

/** `<a@b> (comment) <c@d>`; some write their id without brackets. */
function idsIn(field: string): string[] {
  const bracketed = [...field.matchAll(/<([^<>\s]{1,990})>/g)].map(match => match[1] as string)
  if (bracketed.length > 0) return bracketed.map(plainId)
  const bare = field.trim()
  return /^[^\s<>@]+@[^\s<>@]+$/.test(bare) ? [plainId(bare)] : []
}

const plainId = (id: string): string => cleanLine(id, 990)

function dateOf(field: string): Date | null {
  const said = field.slice(0, 100).replace(/\([^)]*\)/g, '')
  if (!/\d{1,2}:\d{2}/.test(said)) return null
  const date = new Date(said.trim())
  return Number.isNaN(date.getTime()) ? null : date
}
