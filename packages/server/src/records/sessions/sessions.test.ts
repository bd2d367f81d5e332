import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { type TestHttp, testHttp } from '../../../test/http.ts'
import { identify, stillHere, sweepAbsent } from './index.ts'

let t: TestDesk
let http: TestHttp
beforeAll(async () => {
  // Statements are counted, so nothing else may send any.
  t = await testDesk({ following: false })
  http = await testHttp(t)
})
afterAll(() => t.close())

const minute = 60_000
const hour = 60 * minute
const open = (login: string, password: string, headers?: Record<string, string>) =>
  http.post('session.open', { login, password }, headers ? { headers } : {})
const me = (sent: object) => http.post('session.me', {}, sent)
const cookieOf = (headers: Record<string, unknown>): string => String([headers['set-cookie']].flat()[0] ?? '')

test('one is told which fields are withheld, and which frozen, by all of one’s roles together', async () => {
  const role = async (name: string, fields: Record<string, 'hidden' | 'frozen'>) =>
    (await t.does('role.create', { name, grants: { 'ticket.get': true }, fields })).id
  const blind = await role('不看评分与标签', { satisfaction: 'hidden', tags: 'hidden', urgency: 'frozen' })
  const other = await role('不看标签', { tags: 'hidden' })
  const restrictedFor = async (employeeNo: string, roleIds: string[]) => {
    const { token } = await http.person({ employeeNo, roleIds })
    const { hidden, frozen } = (await me({ token })).body
    return { hidden, frozen }
  }
  const held = await role('只看标签与分类', { tags: 'frozen', categoryId: 'frozen' })
  expect(await restrictedFor('H1', [blind])).toEqual({ hidden: ['satisfaction', 'tags'], frozen: ['urgency'] })
  expect(await restrictedFor('H2', [blind, other])).toEqual({ hidden: ['tags'], frozen: [] })
  expect(await restrictedFor('H3', [])).toEqual({ hidden: [], frozen: [] })
  expect(await restrictedFor('H4', [held])).toEqual({ hidden: [], frozen: ['categoryId', 'tags'] })
  expect(await restrictedFor('H5', [blind, held])).toEqual({ hidden: [], frozen: ['tags'] })
})

describe('a browser', () => {
  const browser = { origin: 'http://localhost', host: 'localhost' }

  test('gets a cookie that scripts and other sites cannot use, and loses it when it signs out', async () => {
    const person = await http.person({ employeeNo: 'B1', roles: ['agent'] })
    const opened = await open('B1', person.password, browser)
    const header = cookieOf(opened.headers)
    expect(header).toMatch(/^baton_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    const cookie = header.slice('baton_session='.length, header.indexOf(';'))
    expect((await me({ cookie })).body.agent.employeeNo).toBe('B1')

    const foreign = await http.post(
      'session.me',
      {},
      { cookie, headers: { origin: 'https://evil.example', host: 'localhost' } },
    )
    expect(foreign.body).toMatchObject({ status: 403, code: 'origin' })

    const closed = await http.post('session.close', {}, { cookie, headers: browser })
    expect(closed.body.current).toBe(true)
    expect(cookieOf(closed.headers)).toMatch(/^baton_session=; .*Expires=Thu, 01 Jan 1970/)
    expect((await me({ cookie })).status).toBe(401)
  })

  test('gets a secure cookie over https', async () => {
    const person = await http.person({ employeeNo: 'B2', roles: ['agent'] })
    const opened = await http.post(
      'session.open',
      { login: 'B2', password: person.password },
      { ip: '127.0.0.1', headers: { ...browser, 'x-forwarded-proto': 'https' } },
    )
    expect(cookieOf(opened.headers)).toContain('; Secure')
  })

  test('with a stale cookie is told so and loses it, but may still sign in', async () => {
    const stale = { cookie: 'x'.repeat(43) }
    const refused = await http.post('ticket.list', {}, stale)
    expect(refused.body).toMatchObject({ status: 401, code: 'session.invalid', detail: '登录已失效，请重新登录' })
    expect(cookieOf(refused.headers)).toMatch(/^baton_session=;/)
    expect((await http.post('session.welcome', {}, stale)).status).toBe(200)
    const opened = await http.post(
      'session.open',
      { login: 'admin', password: 'Admin-Pass-1' },
      { ...stale, headers: browser },
    )
    expect(opened.status).toBe(200)
    expect(cookieOf(opened.headers)).toMatch(/^baton_session=[\w-]{43};/)
  })
})

test('a program gets its token in the answer and no cookie', async () => {
  const opened = await open('admin', 'Admin-Pass-1')
  expect(opened.headers['set-cookie']).toBeUndefined()
  expect((await me({ token: opened.body.token })).body).toMatchObject({ id: opened.body.id, current: true })
  expect((await http.post('ticket.list')).body).toMatchObject({ status: 401, code: 'unauthenticated' })
})

test('only the token’s hash is kept', async () => {
  const { token } = (await open('admin', 'Admin-Pass-1')).body
  const { rows } = await t.desk.pool.query('select * from sessions')
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('me says what I may at all', async () => {
  const person = await http.person({ employeeNo: 'M1', roles: ['agent'] })
  const { grants, agent } = (await me({ token: person.token })).body
  expect(grants).toMatchObject({
    'ticket.claim': true,
    'ticket.open': true,
    'department.list': true,
    'agent.create': false,
    'audit.list': false,
  })
  expect(agent.allowed).toEqual(['agent.updateMe', 'agent.setPresence'])
})

test('my language is mine, wherever I sign in', async () => {
  const person = await http.person({ employeeNo: 'L1', roles: ['agent'] })
  const asked = () => http.post('agent.create', {}, { token: person.token, headers: { 'accept-language': 'zh-CN' } })
  expect((await asked()).body.title).toBe('填写的内容有误')
  await http.post('agent.updateMe', { locale: 'en', extension: '8888', name: '小李' }, { token: person.token })
  expect((await asked()).body.title).toBe('Invalid input')
  expect((await me({ token: person.token })).body.agent).toMatchObject({
    extension: '8888',
    name: '小李',
    locale: 'en',
  })
})

describe('sessions', () => {
  test('are listed and ended by their owner, and by an administrator', async () => {
    const admin = { token: await http.administrator() }
    const a = await http.person({ employeeNo: 'S1', roles: ['agent'] })
    const b = await http.person({ employeeNo: 'S2', roles: ['agent'] })
    const elsewhere = (await open('S1', a.password, { 'user-agent': 'Firefox' })).body
    const listed = (await http.post('session.list', {}, { token: a.token })).body.items
    expect(listed).toMatchObject([
      { id: elsewhere.id, current: false, userAgent: 'Firefox', ip: '203.0.113.7' },
      { current: true },
    ])
    expect(JSON.stringify(listed)).not.toContain('token')
    expect((await http.post('session.list', { agentId: a.id }, { token: b.token })).status).toBe(404)
    expect((await http.post('session.close', { sessionId: elsewhere.id }, { token: b.token })).status).toBe(404)
    expect((await http.post('session.close', { sessionId: elsewhere.id }, { token: a.token })).body.current).toBe(false)
    expect((await me({ token: elsewhere.token })).status).toBe(401)

    expect((await http.post('session.list', { agentId: a.id }, admin)).body.items).toHaveLength(1)
    await http.post('session.close', { sessionId: listed[1].id }, admin)
    expect((await me({ token: a.token })).status).toBe(401)
    const audit = (await http.post('audit.list', { type: 'session.closed' }, admin)).body.items
    expect(audit[0].text).toBe('管理员 结束了 S1 的登录')
  })

  test('end after twelve hours without a call, and after thirty days whatever happens', async () => {
    const person = await http.person({ employeeNo: 'S3', roles: ['agent'] })
    t.turn(12 * hour - minute)
    expect((await me(person)).status).toBe(200)
    t.turn(12 * hour - minute)
    expect((await me(person)).status).toBe(200)
    t.turn(12 * hour)
    expect((await me(person)).status).toBe(401)

    const token = await http.signIn('S3', person.password)
    for (let day = 0; day < 29; day++) {
      for (const _ of [1, 2, 3]) {
        t.turn(8 * hour)
        expect((await me({ token })).status).toBe(200)
      }
    }
    t.turn(8 * hour)
    expect((await me({ token })).status).toBe(200)
    for (const _ of [1, 2]) t.turn(8 * hour)
    expect((await me({ token })).status).toBe(401)
  })

  test('one statement tells who calls', async () => {
    const person = await http.person({ employeeNo: 'S4', roles: ['agent'] })
    const request = {
      headers: { cookie: `a=b; baton_session=${person.token}` },
      socket: { remoteAddress: '::1' },
    } as never
    await identify(t.desk)(request)
    const before = t.desk.statements()
    expect((await identify(t.desk)(request)).actor.name).toBe('S4')
    expect(t.desk.statements() - before).toBe(1)
    await expect(identify(t.desk)({ headers: {}, socket: {} } as never)).rejects.toMatchObject({ status: 401 })
  })

  test('a script that signs in for every call has a hundred at most', async () => {
    const person = await http.person({ employeeNo: 'S5', roles: ['agent'] })
    await t.desk.pool.query(
      `insert into sessions (id, agent_id, token_hash, ip, user_agent, created_at, seen_at, expires_at)
       select gen_random_uuid(), $1, 'x' || n, '', '', $2, $2::timestamptz - make_interval(secs => n), $2::timestamptz + interval '1 hour'
       from generate_series(1, 150) n`,
      [person.id, t.now()],
    )
    await open('S5', person.password)
    const { rows } = await t.desk.pool.query('select count(*)::int as n from sessions where agent_id = $1', [person.id])
    expect(rows[0].n).toBe(100)
    expect((await me(person)).status).toBe(200)
  })
})

describe('presence', () => {
  const presenceOf = async (id: string): Promise<Answer> => (await t.asks('agent.get', { id })).presence

  test('the first sign-in makes ready, the last sign-out offline', async () => {
    const person = await http.person({ employeeNo: 'P1', roles: ['agent'] })
    expect(await presenceOf(person.id)).toBe('ready')
    await http.post('agent.setPresence', { state: 'break' }, person)
    const elsewhere = await http.signIn('P1', person.password)
    expect(await presenceOf(person.id)).toBe('break')
    await http.post('session.close', {}, { token: elsewhere })
    expect(await presenceOf(person.id)).toBe('break')
    await http.post('session.close', {}, person)
    expect(await presenceOf(person.id)).toBe('offline')
  })

  test('five minutes without a call or a socket make offline', async () => {
    const calling = await http.person({ employeeNo: 'P2', roles: ['agent'] })
    const connected = await http.person({ employeeNo: 'P3', roles: ['agent'] })
    const gone = await http.person({ employeeNo: 'P4', roles: ['agent'] })
    const socket = (await me(connected)).body.id
    for (let n = 0; n < 6; n++) {
      t.turn(minute + 1000)
      await me(calling)
      await stillHere(t.desk)([socket])
      await sweepAbsent(t.desk)
    }
    expect(await presenceOf(calling.id)).toBe('ready')
    expect(await presenceOf(connected.id)).toBe('ready')
    expect(await presenceOf(gone.id)).toBe('offline')
  })
})
