import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { readHead, splitHead } from '../src/channels/email/read/header.ts'
import { type Mail, readMail } from '../src/channels/email/read/mail.ts'

/** The customer's mail host, on loopback: keeps every mail that it has answered 250, as it came. */
export interface MailHost {
  url: string
  mails: Received[]
  /** The mail that holds; throws when none comes within `patience` milliseconds. */
  mail(holds: (mail: Received) => boolean, patience?: number): Promise<Received>
  /** How it behaves from now on; see `Behaviour`. */
  behave(how: Behaviour): void
  stop(): Promise<void>
}

export interface Received {
  raw: Buffer
  from: string
  to: string[]
  mail: Mail
  header(name: string): string
}

/** `take` it; answer `later` (451) or `never` (550) to the recipient; `cut` the line after the last byte without an answer. */
export type Behaviour = 'take' | 'later' | 'never' | 'cut'

export async function startMailHost(port = 0): Promise<MailHost> {
  const mails: Received[] = []
  let behaviour: Behaviour = 'take'
  const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo(_address, _session, callback) {
      if (behaviour === 'later') return callback(refusal(451, '4.7.1 Greylisted, come back'))
      if (behaviour === 'never') return callback(refusal(550, '5.1.1 No such user'))
      callback()
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        const head = readHead(splitHead(raw).head)
        mails.push({
          raw,
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          mail: readMail(raw),
          header: name => head.get(name),
        })
        if (behaviour === 'cut')
          for (const connection of server.connections)
            (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
        else callback(null, '2.0.0 Ok: taken')
      })
    },
  })
  server.on('error', () => {})
  const at = await new Promise<AddressInfo>(resolve => {
    server.listen(port, '127.0.0.1', () => resolve(server.server.address() as AddressInfo))
  })
  return {
    url: `smtp://127.0.0.1:${at.port}`,
    mails,
    async mail(holds, patience = 5000) {
      for (const end = Date.now() + patience; ; ) {
        const found = mails.find(holds)
        if (found) return found
        if (Date.now() > end)
          throw new Error(`no such mail came; there are ${mails.map(({ mail }) => mail.subject).join(', ')}`)
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    },
    behave(how) {
      behaviour = how
    },
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
