import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { Buckets, networkOf } from '../../kernel/buckets.ts'
import type { Desk } from '../../kernel/desk.ts'
import { Problem } from '../../kernel/problems.ts'
import { acceptMail, mostBytes } from './ledger.ts'

export interface Listener {
  port: number
  stop(): Promise<void>
}

interface Hears {
  /** Somebody is about to send a mail. */
  connected(): void
  /** A mail is in the ledger. */
  accepted(): void
}

const limits = {
  clients: 200,
  clientsFrom: 60,
  /** New connections from one network: a burst, and so many seconds for each one after it. */
  connections: { most: 300, seconds: 0.05 },
  recipients: 1000,
  /** A silent client, in milliseconds. */
  silence: 120_000,
  /** How long a stop waits for a mail that is coming in, in milliseconds. */
  stop: 10_000,
} as const

/**
 * The desk's own mail host: takes mail for any address, since one that nobody claims belongs to the default mailbox.
 * 250 means that the mail is on the disk and in the ledger. Throws when it cannot listen there.
 */
export async function listen(desk: Desk, at: { host: string; port: number }, hears: Hears): Promise<Listener> {
  const connections = new Buckets(limits.connections)
  /** From which network each open connection is. */
  const open = new Map<string, string>()
  /** The connections over which a mail is coming in. */
  const taking = new Set<string>()
  let stopping = false
  const server = new SMTPServer({
    banner: 'Baton',
    size: mostBytes,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    maxAllowedUnauthenticatedCommands: false,
    maxClients: limits.clients,
    maxRecipients: limits.recipients,
    socketTimeout: limits.silence,
    closeTimeout: limits.stop,
    disableReverseLookup: true,
    logger: false,
    onConnect({ id, remoteAddress }, callback) {
      // Of a client that is gone already nobody knows where it was.
      const from = networkOf(String(remoteAddress))
      const now = desk.clock().getTime()
      const together = [...open.values()].filter(other => other === from).length
      if (together >= limits.clientsFrom || connections.wait(from, now) > 0) {
        return callback(refusal(421, '4.7.0 Too many connections, come back later'))
      }
      connections.take(from, now)
      open.set(id, from)
      hears.connected()
      callback()
    },
    onClose: ({ id }) => void open.delete(id),
    onData(stream, session, callback) {
      taking.add(session.id)
      take(desk, stream, session)
        .then(
          id => {
            hears.accepted()
            callback(null, `2.0.0 Ok: queued as ${id}`)
          },
          (error: unknown) => callback(refusalOf(desk, error)),
        )
        .finally(() => {
          taking.delete(session.id)
          if (stopping) dismiss(server, taking)
        })
    },
  })
  server.on('error', error => desk.log.debug({ err: error }, 'a mail connection failed'))
  const port = await listening(server, at)
  return {
    port,
    stop: () =>
      new Promise<void>(resolve => {
        stopping = true
        server.close(() => resolve())
        dismiss(server, taking)
      }),
  }
}

/** Who is not in the middle of a mail is asked to come back later. */
function dismiss(server: SMTPServer, taking: ReadonlySet<string>): void {
  for (const connection of server.connections) {
    if (taking.has(connection.id)) continue
    connection.send(421, '4.3.2 Closing, come back later')
    connection.close()
  }
}

async function take(desk: Desk, stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<string> {
  const from = envelope.mailFrom ? envelope.mailFrom.address : ''
  try {
    return await acceptMail(desk, { from, to: envelope.rcptTo.map(({ address }) => address) }, stream)
  } catch (error) {
    // What is still to come of a mail that we do not take must be heard to its end, else nobody hears our answer.
    await rest(stream)
    throw error
  }
}

const rest = (stream: SMTPServerDataStream): Promise<void> =>
  new Promise(resolve => {
    if (stream.readableEnded || stream.destroyed) return resolve()
    stream.once('end', resolve).once('close', resolve).resume()
  })

function refusalOf(desk: Desk, error: unknown): Error {
  if (error instanceof Problem && error.status === 413) return refusal(552, '5.3.4 Message too big')
  desk.log.error({ err: error }, 'a mail could not be taken')
  return refusal(451, '4.3.0 Not now, try again later')
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

function listening(server: SMTPServer, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'another program has it already' : error.message
      reject(
        Object.assign(new Error(`BATON_SMTP_LISTEN: cannot listen on ${host}:${port}: ${why}`), {
          name: 'ListenError',
        }),
      )
    }
    server.server.once('error', failed)
    server.listen(port, host, () => {
      server.server.off('error', failed)
      resolve((server.server.address() as AddressInfo).port)
    })
  })
}
