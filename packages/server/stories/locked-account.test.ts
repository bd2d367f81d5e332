import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskTopic } from '../src/kernel/ids.ts'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'

let t: TestDesk
let http: TestHttp
beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
})
afterAll(() => t.close())

const open = (login: string, password: string, ip?: string) =>
  http.post('session.open', { login, password }, ip ? { ip } : {})
const minute = 60_000

test('five wrong passwords lock the account for a quarter of an hour', async () => {
  const person = await http.person({ employeeNo: 'CS001', roles: ['agent'] })
  for (let guess = 1; guess <= 5; guess++) {
    expect((await open('CS001', `guess ${guess}`)).body).toMatchObject({ status: 401, code: 'login.failed' })
  }
  const locked = await open('cs001', person.password)
  expect(locked.body).toMatchObject({ status: 429, code: 'login.locked', minutes: 15, retryAfter: 900 })
  expect(locked.headers['retry-after']).toBe('900')
  // Who is signed in already stays so: locking keeps guesses out, not people.
  expect((await http.post('session.me', {}, { token: person.token })).status).toBe(200)

  t.turn(14 * minute)
  expect((await open('CS001', person.password)).body).toMatchObject({ code: 'login.locked', minutes: 1 })
  t.turn(minute)
  expect((await open('CS001', person.password)).status).toBe(200)
})

test('a right password forgets the wrong ones before it', async () => {
  const person = await http.person({ employeeNo: 'CS002', roles: ['agent'] })
  for (let round = 0; round < 3; round++) {
    for (let guess = 1; guess <= 4; guess++) expect((await open('CS002', 'wrong')).status).toBe(401)
    expect((await open('CS002', person.password)).status).toBe(200)
  }
})

test('guesses at once do not slip past the lock', async () => {
  const person = await http.person({ employeeNo: 'CS003', roles: ['agent'] })
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, guess) => open('CS003', `guess ${guess}`, `10.0.0.${guess}`)),
  )
  const codes = answers.map(({ body }) => body.code)
  expect(codes.filter(code => code === 'login.failed')).toHaveLength(5)
  expect(codes.filter(code => code === 'login.locked')).toHaveLength(7)
  expect((await open('CS003', person.password)).body.code).toBe('login.locked')
})

test('an administrator sees the lock, lifts it, and finds both in the audit', async () => {
  const token = await http.administrator()
  const person = await http.person({ employeeNo: 'CS004', roles: ['agent'] })
  for (let guess = 1; guess <= 5; guess++) await open('CS004', 'wrong', '198.51.100.1')
  const shown = await http.post('agent.get', { id: person.id }, { token })
  expect(shown.body.lockedUntil).toBe(new Date(t.now().getTime() + 15 * minute).toISOString())
  expect(shown.body.allowed).toContain('agent.unlock')
  const unlocked = await http.post('agent.unlock', { agentId: person.id }, { token })
  expect(unlocked.body.lockedUntil).toBeNull()
  expect((await open('CS004', person.password)).status).toBe(200)

  const { body } = await http.post('audit.list', { limit: 12 }, { token })
  const told = body.items.filter((item: { subjectId: string }) => item.subjectId === person.id)
  expect(told.slice(0, 8).map((item: { text: string }) => item.text)).toEqual([
    'CS004 登录（203.0.113.7）',
    '管理员 解锁了 CS004 的账号',
    'CS004 的账号因多次登录失败被锁定至 2026年11月22日 10:30',
    ...Array(5).fill('工号 CS004 登录失败：密码不正确（198.51.100.1）'),
  ])
})

test('a stolen session cannot find out the password by changing it', async () => {
  const person = await http.person({ employeeNo: 'CS005', roles: ['agent'] })
  const guess = () =>
    http.post('session.changePassword', { oldPassword: 'guess', newPassword: 'something new' }, { token: person.token })
  for (let n = 1; n <= 5; n++) expect((await guess()).status).toBe(422)
  expect((await guess()).body.code).toBe('login.locked')
  expect((await open('CS005', person.password)).body.code).toBe('login.locked')
})

test('unknown logins are answered like known ones, and do not fill the log', async () => {
  // A hundred an hour are noted; these are the first of them.
  await t.desk.pool.query(
    `insert into events (at, type, topic_id, subject_id, actor_kind, actor_name, verb, payload)
     select $1, 'session.refused', $2, $2, 'outside', '', 'session.open', '{}' from generate_series(1, $3)`,
    [t.now(), deskTopic, 97 - (await refusals())],
  )
  for (let n = 0; n < 8; n++) {
    const answer = await open(`nobody${n}`, 'secret', `10.9.${n}.1`)
    expect(answer.body).toMatchObject({ status: 401, code: 'login.failed', detail: '工号或密码不正确' })
  }
  expect(await refusals()).toBe(100)
})

test('a password typed as a login does not stand in the audit', async () => {
  t.turn(61 * minute)
  await open('MySecretPassword1', 'x', '10.8.0.1')
  const { rows } = await t.desk.pool.query(
    `select payload from events where type = 'session.refused' order by seq desc limit 1`,
  )
  expect(rows[0].payload).toEqual({ login: 'MyS…', ip: '10.8.0.1', reason: 'unknown' })
})

test('an address that keeps guessing is told to come again later', async () => {
  let answer = await open('nobody', 'secret', '192.0.2.1')
  for (let n = 0; n < 40 && answer.status === 401; n++) answer = await open('nobody', 'secret', '192.0.2.1')
  expect(answer.body).toMatchObject({ status: 429, code: 'login.tooMany' })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
})

test('only guesses count: neither malformed calls nor right passwords', async () => {
  for (let n = 0; n < 40; n++)
    expect((await http.post('session.open', { login: 'a' }, { ip: '192.0.2.2' })).status).toBe(422)
  for (let n = 0; n < 40; n++) expect((await open('admin', 'Admin-Pass-1', '192.0.2.2')).status).toBe(200)
  expect((await open('nobody', 'secret', '192.0.2.2')).status).toBe(401)
})

test('being signed in helps nobody to guess', async () => {
  const token = await http.signIn('admin', 'Admin-Pass-1')
  const guess = () => http.post('session.open', { login: 'nobody', password: 'secret' }, { token, ip: '192.0.2.3' })
  let answer = await guess()
  for (let n = 0; n < 40 && answer.status === 401; n++) answer = await guess()
  expect(answer.status).toBe(429)
})

test('nothing of a password is remembered for an Idempotency-Key', async () => {
  const headers = { 'idempotency-key': 'sign-in-once' }
  const first = await http.post('session.open', { login: 'admin', password: 'Admin-Pass-1' }, { headers })
  const again = await http.post('session.open', { login: 'admin', password: 'Admin-Pass-1' }, { headers })
  expect(again.body.token).not.toBe(first.body.token)
  expect((await http.post('session.open', { login: 'admin', password: 'wrong' }, { headers })).status).toBe(401)
  const { rows } = await t.desk.pool.query(`select * from idempotency where verb like 'session.%'`)
  expect(rows).toEqual([])
})

test.each(['\u202e', 'x'.repeat(200), "' or 1=1 --"])('a strange password is only wrong: %j', async password => {
  expect((await open('admin', password, '192.0.2.4')).body).toMatchObject({ status: 401, code: 'login.failed' })
  await http.signIn('admin', 'Admin-Pass-1')
})

test.each(['\ud800 half a character', 'a\0b'])('a password that nobody can type is invalid: %j', async password => {
  const answer = await open('admin', password, '192.0.2.4')
  expect(answer.body).toMatchObject({ status: 422, fields: [{ path: 'password' }] })
})

test.each(['a\0b', 'a\u202eb', 'a\ud800b', 'x'.repeat(101), ' ', 5, null, {}])(
  'a strange login is invalid: %j',
  async login => {
    const answer = await http.post('session.open', { login, password: 'x' }, { ip: '192.0.2.5' })
    expect(answer.body).toMatchObject({ status: 422, fields: [{ path: 'login' }] })
  },
)

async function refusals(): Promise<number> {
  const { rows } = await t.desk.pool.query(
    `select count(*)::int as n from events where type = 'session.refused' and at > $1`,
    [new Date(t.now().getTime() - 60 * minute)],
  )
  return rows[0].n
}
