import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../test/database.ts'
import { administrator, freePort, type Server, startServer } from '../test/server.ts'
import { pause, until } from '../test/until.ts'

/** 一个数据库,两个服务进程:谁接到请求都一样,抢单只有一人,改动处处立即可见,重启后继续。 */
let database: TestDatabase
let one: Server
let two: Server
let token: string
let db: pg.Pool
const sockets: Socket[] = []

beforeAll(async () => {
  database = await emptyDatabase()
  db = new pg.Pool({ connectionString: database.connectionString, max: 2 })
  db.on('error', () => {})
  // Both at once, on a database that has nothing yet.
  ;[one, two] = await Promise.all([start(await freePort()), start(await freePort())])
  token = await one.signIn(administrator.login, administrator.password)
}, 60_000)
afterAll(async () => {
  for (const socket of sockets) socket.close()
  expect(await Promise.all([one, two].map(({ child }) => child.kill('SIGTERM')))).toEqual(['0', '0'])
  await db.end()
  await database.drop()
})

const start = (port: number) => startServer(port, { DATABASE_URL: database.connectionString })
const both = (n: number) => (n % 2 ? one : two)

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely
async function does(server: Server, name: string, body: unknown, by = token): Promise<any> {
  const reply = await server.post(name, body, { token: by })
  if (reply.status !== 200) throw new Error(`${name} answered ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

let people = 0
/** Somebody with a shipped role, signed in at one of the two. */
async function person(
  server: Server,
  role: string,
  departmentIds: string[] = [],
): Promise<{ id: string; token: string }> {
  const roles = (await does(server, 'role.list', {})).items
  const employeeNo = `P${people++}`
  const roleIds = [roles.find(({ key }: { key: string }) => key === role).id]
  const created = await does(server, 'agent.create', { employeeNo, name: employeeNo, roleIds, departmentIds })
  const own = await server.signIn(employeeNo, created.initialPassword)
  await does(
    server,
    'session.changePassword',
    { oldPassword: created.initialPassword, newPassword: 'Another-Pass-1' },
    own,
  )
  return { id: created.id, token: own }
}

/** Hears at one of the two, with a session; collects the ids of what changed. */
async function listen(server: Server, by: string): Promise<{ socket: Socket; ids: string[] }> {
  const socket = io(server.url, {
    extraHeaders: { authorization: `Bearer ${by}` },
    transports: ['websocket'],
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  })
  sockets.push(socket)
  const ids: string[] = []
  socket.on('changed', ({ records }: { records: { id: string }[] }) => ids.push(...records.map(({ id }) => id)))
  await new Promise<void>((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject))
  return { socket, ids }
}

test('both started, and the desk was made ready once', async () => {
  const { rows } = await db.query(
    'select (select count(*)::int from agents) as agents, (select count(*)::int from departments) as departments, (select count(*)::int from roles) as roles',
  )
  expect(rows).toEqual([{ agents: 1, departments: 1, roles: 5 }])
})

test('fifty claims of one ticket at both: exactly one is granted', async () => {
  const department = await does(one, 'department.create', { name: '抢单部', dispatch: 'claim' })
  const hands = await Promise.all([1, 2, 3, 4].map(n => person(both(n), 'agent', [department.id])))
  for (let round = 0; round < 3; round++) {
    const ticket = await does(two, 'ticket.open', { subject: '抢', departmentId: department.id })
    const claims = Array.from({ length: 50 }, async (_, n) => {
      const hand = hands[n % hands.length] as (typeof hands)[0]
      const { status } = await both(n).post('ticket.claim', { ticketId: ticket.id }, { token: hand.token })
      return { status, hand: hand.id }
    })
    const outcomes = await Promise.all(claims)
    const won = outcomes.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(await does(one, 'ticket.get', { id: ticket.id })).toMatchObject({
      assigneeId: won[0]?.hand,
      status: 'in_progress',
    })
    const { rows } = await db.query(
      `select count(*)::int as n from handovers where ticket_id = $1 and mode = 'claim'`,
      [ticket.id],
    )
    expect(rows[0].n).toBe(1)
  }
})

test('twenty twins with one key at both: one ticket, one number, one answer', async () => {
  const key = randomUUID()
  const body = { subject: '只一张', body: '同一个请求', requester: { email: 'twin@example.com' } }
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, n) => both(n).post('ticket.open', body, { token, key })),
  )
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(replies.map(reply => `${reply.body.id} ${reply.body.number}`)).size).toBe(1)
  const { rows } = await db.query('select count(*)::int as n from tickets where subject = $1', [body.subject])
  expect(rows[0].n).toBe(1)
  expect((await two.post('ticket.open', { ...body, subject: '另一张' }, { token, key })).body.fields).toMatchObject([
    { path: 'Idempotency-Key' },
  ])
})

test('what one changes of the desk, the other goes by at its very next call', async () => {
  for (let n = 0; n < 5; n++) {
    const { id } = await does(both(n), 'category.create', { name: `新分类${n}` })
    const opened = await does(both(n + 1), 'ticket.open', { subject: '新分类', category: `新分类${n}` })
    expect(opened.categoryId).toBe(id)
    await does(both(n), 'category.archive', { categoryId: id })
    const refused = await both(n + 1).post('ticket.open', { subject: '旧分类', category: id }, { token })
    expect([refused.status, refused.body.fields?.[0]?.code]).toEqual([422, 'archived'])
  }
})

test('two people at the two look at one ticket together, and a third who may not see it hears nothing', async () => {
  const department = await does(one, 'department.create', { name: '同看部' })
  const ticket = await does(two, 'ticket.open', { subject: '一起看', departmentId: department.id })
  const [wang, li, stranger] = [
    await person(one, 'agent', [department.id]),
    await person(two, 'agent', [department.id]),
    await person(two, 'handler'),
  ]
  const eyes = [await listen(one, wang.token), await listen(two, li.token), await listen(two, stranger.token)]
  const seen: string[][] = eyes.map(() => [])
  for (const [at, { socket }] of eyes.entries()) {
    socket.on('viewers', ({ people }: { people: { id: string; doing: string }[] }) => {
      seen[at] = people.map(({ id, doing }) => `${id} ${doing}`).sort()
    })
    socket.emit('looking', { kind: 'ticket', id: ticket.id, doing: at === 1 ? 'reply' : 'viewing' })
  }
  const both = [`${wang.id} viewing`, `${li.id} reply`].sort()
  await until(() => [0, 1].every(at => JSON.stringify(seen[at]) === JSON.stringify(both)), 60_000)
  expect(seen[2]).toEqual([])
  eyes[0]?.socket.close()
  await until(() => JSON.stringify(seen[1]) === JSON.stringify([`${li.id} reply`]), 60_000)
}, 120_000)

describe('a socket at one', () => {
  test('hears what the other does to tickets that its caller may see, also when they leave, and of no others', async () => {
    const [ours, theirs] = [
      await does(one, 'department.create', { name: '我们' }),
      await does(two, 'department.create', { name: '他们' }),
    ]
    const handler = await person(one, 'handler', [ours.id])
    const [few, all] = [await listen(one, handler.token), await listen(one, token)]
    const hidden = await does(two, 'ticket.open', { subject: '不相干', departmentId: theirs.id })
    const shown = await does(two, 'ticket.open', { subject: '相干', departmentId: ours.id })
    await until(() => few.ids.includes(shown.id) && all.ids.includes(hidden.id), 3000)
    few.ids.length = 0
    await does(two, 'ticket.transfer', { ticketId: shown.id, departmentId: theirs.id, reason: '转走' })
    await until(() => few.ids.includes(shown.id), 3000)
    few.ids.length = 0
    all.ids.length = 0
    await does(two, 'ticket.urge', { ticketId: shown.id })
    await does(two, 'ticket.urge', { ticketId: hidden.id })
    await until(() => all.ids.includes(shown.id) && all.ids.includes(hidden.id), 3000)
    await pause(150)
    expect(few.ids).toEqual([])
  })

  test('is cut when its session ends at the other', async () => {
    const agent = await person(one, 'agent')
    const ear = await listen(one, agent.token)
    await does(two, 'session.close', {}, agent.token)
    await until(() => !ear.socket.connected, 3000)
    expect((await one.post('session.me', {}, { token: agent.token })).status).toBe(401)
    const disabled = await person(two, 'agent')
    const other = await listen(two, disabled.token)
    await does(one, 'agent.disable', { agentId: disabled.id })
    await until(() => !other.socket.connected, 3000)
  })

  test('comes back by itself when its server has started again, and hears on', async () => {
    const ear = await listen(one, token)
    const port = Number(new URL(one.url).port)
    expect(await one.child.kill('SIGTERM')).toBe('0')
    await until(() => !ear.socket.connected, 3000)
    const meanwhile = await does(two, 'ticket.open', { subject: '停机期间' })
    one = await start(port)
    await until(() => ear.socket.connected, 5000)
    expect((await does(one, 'ticket.get', { id: meanwhile.id })).subject).toBe('停机期间')
    const after = await does(two, 'ticket.open', { subject: '重启之后' })
    await until(() => ear.ids.includes(after.id), 3000)
  }, 60_000)
})

test('whoever is disabled at one holds nothing any more, whichever of the two sees to it', async () => {
  const department = await does(one, 'department.create', { name: '归还部' })
  const agent = await person(two, 'agent', [department.id])
  const held = []
  for (let n = 0; n < 5; n++)
    held.push(
      await does(both(n), 'ticket.open', { subject: `在手 ${n}`, departmentId: department.id, assigneeId: agent.id }),
    )
  await does(one, 'agent.disable', { agentId: agent.id })
  const left = async () =>
    (await db.query('select count(*)::int as n from tickets where assignee_id = $1', [agent.id])).rows[0].n
  await until(async () => (await left()) === 0, 5000)
  for (const { id } of held)
    expect(await does(two, 'ticket.get', { id })).toMatchObject({
      status: 'new',
      assigneeId: null,
      departmentId: department.id,
    })
})
