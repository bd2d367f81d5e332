import nodemailer from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import { type DeliveryRow, type OpenSender, SendError, type Sender } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { issueToken } from '../../kernel/tokens.ts'
import { mailboxes } from '../../records/mailboxes/index.ts'
import { codeMinutes } from '../../records/portal/index.ts'
import { replyAddress } from './addresses.ts'
import { replyPurpose } from './belongs.ts'
import { failureOf } from './failure.ts'
import { linked } from './links.ts'
import { deskMark } from './read/reading.ts'
import type { MailRequest } from './request.ts'

const atOnce = 4
/** How long an answer still finds its ticket by its address; by its headers it does for ever. */
const tokenDays = 365
/** By when a mail of a purpose must leave, or is of no use: a day later nobody wonders whether a mail has arrived. */
const within: Readonly<Record<string, number>> = { acknowledgement: 86_400_000, code: codeMinutes * 60_000 }

/** Sends mail through the relay that the operator names. */
export const mailSender: Sender = { channel: 'email', atOnce, perMinute: 600, open }

function open(desk: Desk): OpenSender {
  const { smtpUrl } = desk.config
  if (!smtpUrl)
    return {
      closedBecause: 'delivery.noRelay',
      send: () => Promise.reject(new Error('no relay')),
      close: async () => {},
    }
  const relay = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: atOnce,
    // The pool would send again by itself what may have arrived; whether to try again is not its business.
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    dnsTimeout: 10_000,
    disableUrlAccess: true,
    disableFileAccess: true,
  })
  return {
    async send(delivery) {
      const request = delivery.request as unknown as MailRequest
      const age = desk.clock().getTime() - delivery.created_at.getTime()
      if (age > (within[delivery.purpose] ?? Number.POSITIVE_INFINITY))
        throw new SendError('permanent', 'delivery.tooLate')
      // A colleague's mail has no address to answer to, and its bounce no place to go: neither may come in as a customer's.
      const answers = request.toColleague ? '' : await answerAddress(desk, delivery, request)
      const message = new MailComposer(await contentOf(desk, delivery, request, answers)).compile().createReadStream()
      let isOut = false
      message.once('end', () => {
        isOut = true
      })
      try {
        const { response } = await relay.sendMail({ envelope: { from: answers, to: [request.to] }, raw: message })
        return { providerId: response.slice(0, 200) }
      } catch (error) {
        throw failureOf(error, isOut)
      } finally {
        message.destroy()
      }
    },
    close: async () => relay.close(),
  }
}

/** Made anew at every try, since only its hash is kept. What cannot be delivered comes back to it too. */
async function answerAddress(desk: Desk, delivery: DeliveryRow, { mailboxId }: MailRequest): Promise<string> {
  const boxes = (await desk.configuration.current()).of(mailboxes)
  const token = await issueToken(desk.db, {
    purpose: replyPurpose,
    subjectId: delivery.id,
    days: tokenDays,
    now: desk.clock(),
  })
  return replyAddress(token, boxes.byId(mailboxId) ?? boxes.default)
}

async function contentOf(desk: Desk, { id }: DeliveryRow, request: MailRequest, replyTo: string) {
  const bracketed = (messageId: string) => `<${messageId}>`
  return {
    from: request.from,
    ...(replyTo && { replyTo }),
    to: { name: '', address: request.to },
    subject: request.subject,
    ...(await linked(desk, request)),
    messageId: bracketed(request.messageId),
    ...(request.inReplyTo && { inReplyTo: bracketed(request.inReplyTo) }),
    ...(request.references.length > 0 && { references: request.references.map(bracketed) }),
    headers: {
      [deskMark]: id,
      ...(request.automatic && {
        'Auto-Submitted': request.toColleague ? 'auto-generated' : 'auto-replied',
        'X-Auto-Response-Suppress': 'All',
      }),
    },
    attachments: await attachmentsOf(desk, request),
    disableUrlAccess: true,
    disableFileAccess: true,
  }
}

async function attachmentsOf(desk: Desk, { attachments }: MailRequest) {
  if (attachments.length === 0) return []
  const rows = await desk.db
    .selectFrom('files')
    .select(['id', 'storage_key'])
    .where('id', '=', ({ fn, val }) => fn.any(val(attachments.map(file => file.id))))
    .execute()
  const keys = new Map(rows.map(row => [row.id, row.storage_key]))
  return attachments.map(({ id, name, mediaType }) => {
    const key = keys.get(id)
    if (!key) throw new SendError('permanent', `the attachment ${name} is gone`)
    return { filename: name, contentType: mediaType, content: desk.files.open(key) }
  })
}
