import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import pino from 'pino'
import type { Config } from '../src/config.ts'
import { createDesk, type OpenDesk } from '../src/kernel/create.ts'
import type { DeliveryRow } from '../src/kernel/deliveries/delivery.ts'
import type { OpenSender, Sender } from '../src/kernel/deliveries/sender.ts'
import { newId } from '../src/kernel/ids.ts'
import type { LoggedEvent } from '../src/kernel/log/event.ts'
import { inTransaction } from '../src/kernel/transaction.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

/** For tests: desks on one database whose only channel is a pigeon. */
export interface Loft {
  deskWith: (behaviour?: Behaviour, limits?: Partial<Sender>) => Promise<{ desk: OpenDesk; sent: string[] }>
  /** Stops it when the test is over. */
  stops: (() => Promise<void>)[]
  close(): Promise<void>
}

export async function openLoft(): Promise<Loft> {
  const database = await freshDatabase()
  const stops: (() => Promise<void>)[] = []
  return {
    stops,
    async deskWith(behaviour, limits) {
      const opened = await openDesk(database, behaviour, limits)
      stops.push(() => opened.desk.close())
      return opened
    },
    async close() {
      for (const stop of stops.reverse()) await stop()
      await database.drop()
    },
  }
}

export interface Behaviour extends Partial<OpenSender> {
  failing?: () => Error
  slow?: number
}

/** A desk with one channel, which notes what it sends and behaves as told. */
async function openDesk(
  database: TestDatabase,
  { failing, slow, ...own }: Behaviour = {},
  limits: Partial<Sender> = {},
) {
  const sent: string[] = []
  const sender: Sender = {
    channel: 'pigeon',
    atOnce: 8,
    perMinute: 60_000,
    ...limits,
    open: () => ({
      async send(delivery) {
        sent.push(delivery.id)
        if (slow) await pause(slow)
        if (failing) throw failing()
        return { providerId: `provider of ${delivery.id}` }
      },
      close: async () => {},
      ...own,
    }),
  }
  const desk = await createDesk({
    config: { timezone: 'Asia/Shanghai', locale: 'zh-CN' } as Config,
    connection: { connectionString: database.connectionString },
    modules: [{ name: 'pigeons', senders: [sender] }],
    filesFolder: `${tmpdir()}/baton-test-${randomUUID()}`,
    log: pino({ level: 'silent' }),
  })
  return { desk, sent }
}

const cause: LoggedEvent = {
  seq: 1,
  at: new Date(),
  xid: '0',
  type: 'ticket.replied',
  topic_id: newId(),
  subject_id: newId(),
  actor_kind: 'person',
  actor_id: null,
  actor_name: '',
  verb: 'ticket.reply',
  cause_seq: null,
  depth: 0,
  request_id: null,
  through: null,
  payload: {},
}

export const draft = (id: string, request: Record<string, unknown> = {}) => ({
  id,
  topicId: cause.topic_id,
  messageId: null,
  channel: 'pigeon',
  purpose: 'reply',
  recipient: 'somebody',
  request,
  cause,
})

export async function put(desk: OpenDesk, request: Record<string, unknown> = {}): Promise<string> {
  const id = newId()
  await inTransaction(desk, tx => desk.outbox.put(tx, [draft(id, request)]))
  return id
}

export const row = (desk: OpenDesk, id: string): Promise<DeliveryRow> =>
  desk.db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export const settled = (desk: OpenDesk, id: string) =>
  until(desk, id, ({ status }) => status !== 'queued' && status !== 'sending')

export async function until(
  desk: OpenDesk,
  id: string,
  holds: (row: DeliveryRow) => boolean,
  patience = 5000,
): Promise<DeliveryRow> {
  for (const end = Date.now() + patience; ; ) {
    const now = await row(desk, id)
    if (holds(now)) return now
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(now)}`)
    await pause(10)
  }
}

export async function fateOf(desk: OpenDesk, id: string): Promise<string[]> {
  const events = await desk.db
    .selectFrom('events')
    .select('payload')
    .where('subject_id', '=', id)
    .orderBy('seq')
    .execute()
  return events.map(({ payload }) => `${payload.from} → ${payload.to}`)
}

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
