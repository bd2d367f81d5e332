import type { Body } from './body.ts'
import { cleanLine } from './clean.ts'
import { readHead, splitHead } from './header.ts'
import { nameOfCid } from './html.ts'
import type { Part } from './parts.ts'
import { decodeWords } from './words.ts'

export interface Attachment {
  /** As its sender calls it, or after what it is. */
  name: string
  content: Buffer
  /** By which the HTML names it; null when it does not. */
  cid: string | null
}

const most = 100

/** The files of a mail; empty ones are none. */
export function readAttachments({ attachments, images }: Body, hint?: string): Attachment[] {
  return attachments.slice(0, most).flatMap(part => {
    const content = part.content()
    if (content.length === 0) return []
    const cid = nameOfCid(part.head.get('content-id'))
    return [{ name: nameOf(part, content, hint), content, cid: images.has(cid) ? cid : null }]
  })
}

function nameOf(part: Part, content: Buffer, hint?: string): string {
  const given = part.disposition.get('filename') ?? part.type.get('name')
  if (given?.trim()) return given
  if (part.type.value === 'message/rfc822') {
    const subject = decodeWords(readHead(splitHead(content).head).get('subject'), hint)
    return `${cleanLine(subject, 100) || 'message'}.eml`
  }
  return usualNames[part.type.value] ?? usualName(part.type.value)
}

const usualNames: Record<string, string> = {
  'text/calendar': 'invite.ics',
  'text/plain': 'text.txt',
  'text/html': 'page.html',
  'message/delivery-status': 'delivery-status.txt',
  'text/rfc822-headers': 'headers.txt',
  'application/pgp-signature': 'signature.asc',
}

function usualName(type: string): string {
  const [, family, ending] = /^(image|audio|video)\/([a-z0-9]{2,5})$/.exec(type) ?? []
  return family && ending ? `${family}.${ending === 'jpeg' ? 'jpg' : ending}` : 'file'
}
