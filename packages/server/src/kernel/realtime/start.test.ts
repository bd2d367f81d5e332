import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Condition } from '@baton/contract'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { pause, until } from '../../../test/until.ts'
import { begun, writes } from '../../../test/writers.ts'
import type { Caller } from '../caller.ts'
import type { OpenDesk } from '../create.ts'
import { deskTopic } from '../ids.ts'
import { startRealtime } from './start.ts'

let things: Things
let desk: OpenDesk
beforeEach(async () => {
  things = await openThings()
  desk = await things.desk()
})
afterEach(() => things.close())

/** Who is signed in, by token; what they may see of the things. */
const signedIn = new Map<string, Caller>()

function signIn(sees: boolean | Condition, more: Partial<Caller> = {}): string {
  const token = randomUUID()
  const caller: Caller = {
    ...desk.systemCaller(''),
    actor: { kind: 'person', id: randomUUID(), name: 'somebody' },
    sessionId: randomUUID(),
    grants: { may: name => (name === 'thing.get' ? sees : false), field: () => undefined },
    ...more,
  }
  signedIn.set(token, { ...caller, me: { id: caller.actor.id } })
  return token
}

const identify = async ({ headers }: IncomingMessage): Promise<Caller> => {
  const caller = signedIn.get(String(headers.authorization))
  if (!caller) throw new Error('nobody')
  return caller
}

/** A web process: an HTTP server with realtime on the things' database. */
async function web(of: OpenDesk = desk): Promise<{ url: string; wake(): void }> {
  const http: Server = createServer()
  const present: string[][] = []
  const realtime = await startRealtime(of, http, { identify, stillHere: async ids => void present.push([...ids]) })
  of.onCommit(() => realtime.wake())
  of.onNudge(realtime.nudge)
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  things.onClose(async () => {
    await realtime.stop()
    http.close()
  })
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, wake: realtime.wake }
}

interface Ear {
  socket: Socket
  /** Every message, as it came. */
  messages: { records: { kind: string; id: string; version: number }[]; seq: number }[]
  heard(id: string): number[]
}

async function listen(url: string, token: string): Promise<Ear> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { authorization: token }, reconnection: false })
  things.onClose(async () => socket.close())
  const messages: Ear['messages'] = []
  socket.on('changed', message => messages.push(message))
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve)
    socket.on('connect_error', reject)
  })
  return {
    socket,
    messages,
    heard: id =>
      messages.flatMap(({ records }) => records.filter(record => record.id === id).map(({ version }) => version)),
  }
}

const small: Condition = { field: 'amount', op: 'lessThan', value: 5 }
const make = (amount = 0, label: string = randomUUID()) =>
  does(desk, 'thing.make', { label }).then(made =>
    amount ? does(desk, 'thing.add', { thingId: made.id, amount }) : made,
  )

describe('a connection', () => {
  test('is nudged about its own person’s things, and nobody else’s', async () => {
    const { url } = await web()
    const tokens = [signIn(true), signIn(true), signIn(true, { mustChangePassword: true })]
    const [mine, another, locked] = tokens.map(token => String(signedIn.get(token)?.me.id)) as [string, string, string]
    const [here, alsoHere, there, nobody] = await Promise.all(
      [tokens[0], tokens[0], tokens[1], tokens[2]].map(token => listen(url, String(token))),
    )
    desk.nudge('note', [mine, locked, randomUUID()])
    await until(() => here?.heard(mine).length === 1 && alsoHere?.heard(mine).length === 1)
    // What is told later comes later: whoever has heard this has been told of nothing before it.
    desk.nudge('note', [another])
    await until(() => there?.heard(another).length === 1)
    expect([there?.messages.length, nobody?.messages.length]).toEqual([1, 0])
  })

  test('hears what its caller may see, at once, by kind, id and version and nothing else', async () => {
    const { url } = await web()
    const [all, few, none] = [
      await listen(url, signIn(true)),
      await listen(url, signIn(small)),
      await listen(url, signIn(false)),
    ]
    const [seen, hidden] = [await make(), await make(9)]
    await until(
      () => all.heard(seen.id).length > 0 && all.heard(hidden.id).includes(2) && few.heard(seen.id).length > 0,
      2000,
    )
    const { version } = await does(desk, 'thing.add', { thingId: hidden.id })
    await until(() => all.heard(hidden.id).includes(version), 2000)
    await pause(150)
    expect(few.heard(hidden.id).filter(heard => heard > 2)).toEqual([])
    expect(none.messages).toEqual([])
    for (const { records, seq } of all.messages) {
      expect(seq).toEqual(expect.any(Number))
      for (const record of records) expect(Object.keys(record)).toEqual(['kind', 'id', 'version'])
    }
  })

  test('hears of what leaves its caller’s sight, once', async () => {
    const { url } = await web()
    const few = await listen(url, signIn(small))
    const made = await make(4)
    await until(() => few.heard(made.id).includes(2), 2000)
    await does(desk, 'thing.add', { thingId: made.id, amount: 10 })
    await until(() => few.heard(made.id).includes(3), 2000)
    await does(desk, 'thing.add', { thingId: made.id, amount: 1 })
    await pause(300)
    expect(few.heard(made.id)).not.toContain(4)
    await does(desk, 'thing.add', { thingId: made.id, amount: -13 })
    await until(() => few.heard(made.id).includes(5), 2000)
  })

  test('hears of several steps at once that it could see any of them', async () => {
    const { url, wake } = await web()
    const made = await make(9)
    const few = await listen(url, signIn(small))
    await pause(200)
    const slow = await begun(things)
    await writes(slow, randomUUID())
    for (const amount of [-8, 20]) await does(desk, 'thing.add', { thingId: made.id, amount })
    await slow.query('rollback')
    wake()
    await until(() => few.heard(made.id).length > 0, 2000)
  })

  test('of nobody, of another site, or whose password must be changed, hears nothing', async () => {
    const { url } = await web()
    await expect(listen(url, 'forged')).rejects.toThrow('unauthenticated')
    const token = signIn(true)
    for (const origin of ['https://evil.example', 'null']) {
      const socket = io(url, {
        transports: ['websocket'],
        extraHeaders: { authorization: token, origin },
        reconnection: false,
      })
      await expect(
        new Promise((resolve, reject) => socket.on('connect', () => resolve('in')).on('connect_error', reject)),
      ).rejects.toThrow('origin')
      socket.close()
    }
    const initial = await listen(url, signIn(true, { mustChangePassword: true }))
    const settled = await listen(url, signIn(true))
    const made = await make()
    await until(() => settled.heard(made.id).length > 0, 2000)
    await pause(100)
    expect(initial.messages).toEqual([])
  })

  test('hears that the desk is arranged otherwise, whatever it may see, and nothing more of it', async () => {
    const { url } = await web()
    const rule = await make(0, 'rule')
    const [everything, nothing, locked] = [
      await listen(url, signIn(true)),
      await listen(url, signIn(false)),
      await listen(url, signIn(true, { mustChangePassword: true })),
    ]
    await does(desk, 'thing.rule', { thingId: rule.id, rule: 'another' })
    await make()
    await until(() => nothing.messages.length > 0 && everything.heard(deskTopic).length > 0, 2000)
    expect(nothing.messages.map(({ records }) => records)).toEqual([
      [{ kind: 'configuration', id: deskTopic, version: expect.any(Number) }],
    ])
    await pause(150)
    expect(locked.messages).toEqual([])
  })

  test('is cut when its session ends, and only that one', async () => {
    const { url } = await web()
    const [ending, staying] = [signIn(true), signIn(true)]
    const [one, other] = [await listen(url, ending), await listen(url, staying)]
    const person = signedIn.get(ending)?.actor.id as string
    signedIn.delete(ending)
    await writes(await things.connect(), person, 'thing.noted')
    await until(() => !one.socket.connected, 2000)
    expect(other.socket.connected).toBe(true)
  })

  test('sees by its caller’s new rights as soon as they change', async () => {
    const { url } = await web()
    const rule = await make(0, 'rule')
    const token = signIn(false)
    const ear = await listen(url, token)
    const caller = signedIn.get(token) as Caller
    signedIn.set(token, { ...caller, grants: { may: () => true, field: () => undefined } })
    await does(desk, 'thing.rule', { thingId: rule.id, rule: 'everybody sees' })
    const made = await make()
    await until(() => ear.heard(made.id).length > 0, 3000)
    signedIn.set(token, caller)
    await does(desk, 'thing.rule', { thingId: rule.id, rule: 'nobody sees' })
    const secret = await make()
    await pause(400)
    expect(ear.heard(secret.id)).toEqual([])
  })
})

describe('a web process', () => {
  test('hears what another one writes', async () => {
    const [here, there] = [await web(), await web(await things.desk())]
    const ears = [await listen(here.url, signIn(true)), await listen(there.url, signIn(true))]
    const made = await make()
    await until(() => ears.every(ear => ear.heard(made.id).length > 0), 3000)
  })

  test('misses nothing while its database is away', async () => {
    const { url } = await web()
    const ear = await listen(url, signIn(true))
    const ids: string[] = []
    for (let n = 0; n < 5; n++) {
      await things
        .query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        )
        .catch(() => {})
      ids.push((await retried(() => make())).id)
    }
    await until(() => ids.every(id => ear.heard(id).length > 0), 6000)
  })

  test('works the audience out once for all that see the same', async () => {
    let checks = 0
    const kinds = desk.kinds.map(kind => ({
      ...kind,
      catalogue(...of: Parameters<typeof kind.catalogue>) {
        checks += 1
        return kind.catalogue(...of)
      },
    }))
    const { url } = await web({ ...desk, kinds })
    const ears = await Promise.all(
      Array.from({ length: 12 }, () => listen(url, signIn(small, { actor: { kind: 'person', id: null, name: '' } }))),
    )
    const made = await make()
    await until(() => ears.every(ear => ear.heard(made.id).length > 0), 2000)
    expect(checks).toBe(1)
  })
})

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries > 5) throw error
      await pause(20)
    }
  }
}
