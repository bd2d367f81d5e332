import { type Envelope, looksAutomatic, type Writer, writerOf } from './machine.ts'
import { type Mail, readMail } from './mail.ts'

/** A mail read whole, as plain data that can travel between threads. */
export interface Reading extends Omit<Mail, 'head' | 'root' | 'attachments'> {
  attachments: readonly { name: string; content: Uint8Array<ArrayBuffer>; cid: string | null }[]
  writer: Writer
  /** It calls itself an automatic answer, which alone proves nothing. */
  looksAutomatic: boolean
  /** What a desk writes into its own mails, should it come back; empty otherwise. */
  deskMark: string
}

export const deskMark = 'X-Baton-Desk'

export function readWhole(raw: Buffer, envelope: Envelope): Reading {
  const { head, root, ...mail } = readMail(raw)
  const whole = { ...mail, head, root }
  return {
    ...mail,
    attachments: mail.attachments.map(file => ({ ...file, content: new Uint8Array(file.content) })),
    writer: writerOf(whole, envelope),
    looksAutomatic: looksAutomatic(whole),
    deskMark: head.get(deskMark.toLowerCase()).trim().slice(0, 200),
  }
}
