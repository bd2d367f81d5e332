import { createConnection } from 'node:net'
import nodemailer from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import type { Mailing } from '../src/channels/email/start.ts'
import { startMailing } from '../src/channels/email/start.ts'
import type { MailRow } from '../src/channels/email/tables.ts'
import { type Answer, type TestDesk, type TestDeskOptions, testDesk } from './desk.ts'
import { type MailHost, startMailHost } from './mail-host.ts'

/** For tests: a desk that takes mail and sends it to the customer's mail host, all on loopback and in real time. */
export interface PostOffice extends TestDesk {
  host: MailHost
  mailing: Mailing
  /** Sends a mail to the desk as a mail program would; answers the server's last words. */
  send(mail: Mail.Options): Promise<string>
  /** The same with bytes as they are. */
  sendRaw(raw: Buffer, envelope?: { from?: string; to?: string | string[] }): Promise<string>
  /** The ledger's rows, the oldest first, once none is pending. */
  ledger(): Promise<MailRow[]>
  ticketOf(row: MailRow | undefined): Promise<Answer>
  timeline(ticketId: string): Promise<Answer[]>
  /** Talks to the listener line by line; answers what it says. */
  talk(lines: readonly (string | Buffer)[]): Promise<string>
}

export async function openPostOffice(options: TestDeskOptions & { relay?: boolean } = {}): Promise<PostOffice> {
  const host = await startMailHost()
  const desk = await testDesk({
    realTime: true,
    ...options,
    config: {
      smtpListen: { host: '127.0.0.1', port: 0 },
      ...(options.relay !== false && { smtpUrl: host.url }),
      ...options.config,
    },
  })
  const mailing = await startMailing(desk.desk)
  const stopDelivering = desk.desk.outbox.start()
  const port = mailing.port ?? 0
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  const { db } = desk.desk
  return {
    ...desk,
    host,
    mailing,
    async send(mail) {
      const { response } = await transport.sendMail({
        from: '王小明 <wang@example.cn>',
        to: 'support@localhost',
        ...mail,
      })
      return response
    },
    async sendRaw(raw, { from = 'wang@example.cn', to = 'support@localhost' } = {}) {
      const { response } = await transport.sendMail({ envelope: { from, to }, raw })
      return response
    },
    async ledger() {
      for (const end = Date.now() + 10_000; ; ) {
        const rows = await db.selectFrom('mails').selectAll().orderBy('received_at').orderBy('id').execute()
        if (rows.every(({ outcome }) => outcome !== 'pending')) return rows
        if (Date.now() > end)
          throw new Error(`still pending: ${JSON.stringify(rows.filter(({ outcome }) => outcome === 'pending'))}`)
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    },
    ticketOf: row => desk.asks('ticket.get', { id: row?.ticket_id ?? '' }),
    async timeline(ticketId) {
      const { items } = await desk.asks('ticket.timeline', { id: ticketId, limit: 200 })
      return items.toReversed()
    },
    talk: lines => talk(port, lines),
    async close() {
      transport.close()
      await mailing.stop()
      await stopDelivering()
      await desk.close()
      await host.stop()
    },
  }
}

function talk(port: number, lines: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1')
    let heard = ''
    let next = 0
    socket.on('data', chunk => {
      heard += chunk.toString()
      if (!/^\d{3} .*\r\n$/m.test(heard.slice(heard.lastIndexOf('\n', heard.length - 2) + 1))) return
      const line = lines[next++]
      if (line === undefined) socket.end()
      else socket.write(typeof line === 'string' ? `${line}\r\n` : line)
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })
}
