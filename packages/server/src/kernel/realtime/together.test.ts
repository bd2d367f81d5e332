import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Condition } from '@baton/contract'
import pg from 'pg'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { until } from '../../../test/until.ts'
import type { Caller } from '../caller.ts'
import type { OpenDesk } from '../create.ts'
import { startRealtime } from './start.ts'
import { startWire } from './wire.ts'

/** Of one step and of a whole test, on however slow a machine. */
const patience = 60_000
vi.setConfig({ testTimeout: 3 * patience })
let things: Things
let desk: OpenDesk
beforeEach(async () => {
  things = await openThings()
  desk = await things.desk()
})
afterEach(() => things.close())

/** Who is signed in, by token. */
const signedIn = new Map<string, Caller>()

function signIn(name: string, sees: boolean | Condition, kind: 'person' | 'key' = 'person'): string {
  const token = randomUUID()
  const actor = { kind, id: randomUUID(), name }
  signedIn.set(token, {
    ...desk.systemCaller(''),
    actor,
    sessionId: randomUUID(),
    me: { id: actor.id },
    grants: { may: grant => (grant === 'thing.get' ? sees : false), field: () => undefined },
  })
  return token
}

/** A web process, with a wire to the others. */
async function web(of: OpenDesk = desk): Promise<{ url: string; stop(): Promise<void> }> {
  const http = createServer()
  const wire = startWire(randomUUID(), () => new pg.Client(things.database.connectionString), of.log)
  const identify = async ({ headers }: { headers: { authorization?: string | undefined } }) => {
    const caller = signedIn.get(String(headers.authorization))
    if (!caller) throw new Error('nobody')
    return caller
  }
  const realtime = await startRealtime(of, http, { identify, stillHere: async () => {}, wire })
  of.onCommit(() => realtime.wake())
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= realtime
      .stop()
      .then(() => wire.stop())
      .then(() => void http.close())
    return stopping
  }
  things.onClose(stop)
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, stop }
}

interface Eye {
  socket: Socket
  look(id: string | null, doing?: string): void
  /** Who looks at it now, as this one was told last: `王芳 reply`. */
  sees(): string[]
  /** Whether anything was ever told. */
  told(): number
}

async function eye(url: string, token: string): Promise<Eye> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { authorization: token }, reconnection: false })
  things.onClose(async () => socket.close())
  let people: { name: string; doing: string }[] = []
  let told = 0
  socket.on('viewers', message => {
    people = message.people
    told += 1
  })
  await new Promise<void>((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject))
  return {
    socket,
    look: (id, doing) => socket.emit('looking', id && { kind: 'thing', id, ...(doing && { doing }) }),
    sees: () => people.map(({ name, doing }) => `${name} ${doing}`).sort(),
    told: () => told,
  }
}

const seeing = (one: Eye, ...people: string[]) =>
  until(() => JSON.stringify(one.sees()) === JSON.stringify(people.toSorted()), patience)
const small: Condition = { field: 'amount', op: 'lessThan', value: 5 }

test('those who look at one record see each other, what each is writing, and who leaves', async () => {
  const { url } = await web()
  const { id } = await does(desk, 'thing.make', { label: '一起看' })
  const other = await does(desk, 'thing.make', { label: '别的' })
  const [wang, li] = [await eye(url, signIn('王芳', true)), await eye(url, signIn('李雷', true))]
  wang.look(id)
  await seeing(wang, '王芳 viewing')
  li.look(id)
  await seeing(wang, '王芳 viewing', '李雷 viewing')
  await seeing(li, '王芳 viewing', '李雷 viewing')
  li.look(id, 'reply')
  await seeing(wang, '王芳 viewing', '李雷 reply')
  li.look(other.id)
  await seeing(wang, '王芳 viewing')
  await seeing(li, '李雷 viewing')
  li.look(id)
  await seeing(wang, '王芳 viewing', '李雷 viewing')
  li.socket.close()
  await seeing(wang, '王芳 viewing')
})

test('one person in two windows is one, and writes when one of them writes', async () => {
  const { url } = await web()
  const { id } = await does(desk, 'thing.make', { label: '两个窗口' })
  const token = signIn('王芳', true)
  const [one, two] = [await eye(url, token), await eye(url, token)]
  one.look(id, 'note')
  two.look(id)
  await seeing(two, '王芳 note')
  one.socket.close()
  await seeing(two, '王芳 viewing')
})

test('whoever may not see it is neither told nor seen, whatever they say; nor is a key', async () => {
  const { url } = await web()
  const { id } = await does(desk, 'thing.make', { label: '秘密' })
  const [wang, stranger] = [await eye(url, signIn('王芳', true)), await eye(url, signIn('外人', false))]
  const key = await eye(url, signIn('接口', true, 'key'))
  for (const nonsense of [
    undefined,
    7,
    'x',
    [],
    {},
    { kind: 'thing' },
    { kind: 'constructor', id },
    { kind: 'thing', id: "'" },
  ])
    stranger.socket.emit('looking', nonsense)
  stranger.look(id, 'reply')
  key.look(id)
  wang.look(id, '<b>')
  wang.look(id)
  await seeing(wang, '王芳 viewing')
  // All of it was attended to in order, so another person's coming shows what became of it.
  const li = await eye(url, signIn('李雷', true))
  li.look(id)
  await seeing(wang, '王芳 viewing', '李雷 viewing')
  expect([stranger.told(), key.told()]).toEqual([0, 0])
})

test('who may see it no longer looks at it no longer', async () => {
  const { url } = await web()
  const { id } = await does(desk, 'thing.make', { label: '转走' })
  const [wang, li] = [await eye(url, signIn('王芳', true)), await eye(url, signIn('李雷', small))]
  wang.look(id)
  li.look(id)
  await seeing(wang, '王芳 viewing', '李雷 viewing')
  await seeing(li, '王芳 viewing', '李雷 viewing')
  await does(desk, 'thing.add', { thingId: id, amount: 10 })
  await seeing(wang, '王芳 viewing')
  const heard = li.told()
  wang.look(id, 'reply')
  await seeing(wang, '王芳 reply')
  expect(li.told()).toBe(heard)
})

test('across two processes, and when one of them ends', async () => {
  const [here, there] = [await web(), await web(await things.desk())]
  const { id } = await does(desk, 'thing.make', { label: '两个进程' })
  const [wang, li] = [await eye(here.url, signIn('王芳', true)), await eye(there.url, signIn('李雷', true))]
  wang.look(id)
  li.look(id, 'progress')
  await seeing(wang, '王芳 viewing', '李雷 progress')
  await seeing(li, '王芳 viewing', '李雷 progress')
  // One that starts later asks the others.
  const later = await web(await things.desk())
  const zhao = await eye(later.url, signIn('赵敏', true))
  zhao.look(id)
  await seeing(zhao, '王芳 viewing', '李雷 progress', '赵敏 viewing')
  await there.stop()
  await seeing(wang, '王芳 viewing', '赵敏 viewing')
})
