import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootstrap, firstRunCode } from '../src/records/sessions/index.ts'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'

let t: TestDesk
let http: TestHttp
beforeAll(async () => {
  t = await testDesk({ config: { adminLogin: undefined, adminPassword: undefined } as never })
  http = await testHttp(t)
})
afterAll(() => t.close())

const input = (code: string, employeeNo = 'CS001') => ({
  code,
  employeeNo,
  name: '王总',
  password: 'a long one',
  deskName: '云尚客服',
})

test('the first administrator is whoever reads the terminal, and only one is', async () => {
  expect((await http.post('session.welcome')).body).toMatchObject({ firstRun: true, agent: null })
  const code = await firstRunCode(t.desk)
  expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
  // Every process and every start prints the same one.
  expect(await firstRunCode(t.desk)).toBe(code)
  if (!code) throw new Error('no code')

  expect((await http.post('session.firstRun', input('AAAAA-AAAAA'))).body).toMatchObject({
    status: 403,
    code: 'firstRun.code',
  })
  expect((await http.post('session.firstRun', { ...input(code), password: 'short' })).status).toBe(422)

  // Typed in small letters and without the dash; several at once.
  const typed = code.toLowerCase().replace('-', '')
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) => http.post('session.firstRun', input(typed, `CS00${n}`), { ip: `10.0.0.${n}` })),
  )
  const [winner, ...others] = answers.filter(({ status }) => status === 200)
  expect(others).toEqual([])
  expect(answers.filter(({ body }) => body.code === 'firstRun.done')).toHaveLength(5)
  expect(winner?.body).toMatchObject({ mustChangePassword: false, agent: { name: '王总', presence: 'ready' } })

  const own = { token: winner?.body.token }
  const me = (await http.post('session.me', {}, own)).body
  expect(me).toMatchObject({ deskName: '云尚客服', grants: { 'role.create': true, 'settings.update': true } })
  expect(me.agent.departmentIds).toHaveLength(1)
  expect((await http.post('session.welcome')).body).toMatchObject({ firstRun: false, deskName: '云尚客服' })
  expect((await http.post('session.firstRun', input(code, 'CS100'))).body.code).toBe('firstRun.done')
  expect(await firstRunCode(t.desk)).toBeUndefined()
  const { rows } = await t.desk.pool.query('select count(*)::int as n from agents')
  expect(rows[0].n).toBe(1)
})

test('guessing the code is slowed down', async () => {
  let answer = await http.post('session.firstRun', input('AAAAA-AAAAA'), { ip: '192.0.2.9' })
  for (let n = 0; n < 20 && answer.status !== 429; n++)
    answer = await http.post('session.firstRun', input('AAAAA-AAAAA'), { ip: '192.0.2.9' })
  expect(answer.body).toMatchObject({ status: 429, code: 'login.tooMany' })
})

test('a desk begins alike, however often and however many at once start it', async () => {
  const fresh = await testDesk({ following: false, config: { timezone: 'Europe/Berlin', locale: 'en' } as never })
  try {
    await Promise.all(Array.from({ length: 5 }, () => bootstrap(fresh.desk)))
    const count = async (table: string) =>
      (await fresh.desk.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n
    expect(await count('roles')).toBe(5)
    expect(await count('departments')).toBe(1)
    expect(await count('agents')).toBe(1)
    const version = (await fresh.desk.configuration.current()).version
    await bootstrap(fresh.desk)
    expect((await fresh.desk.configuration.current()).version).toBe(version)
    const settings = await fresh.asks('settings.get', {})
    const [department] = (await fresh.asks('department.list', {})).items
    expect(settings).toMatchObject({ timezone: 'Europe/Berlin', defaultDepartmentId: department.id })
    expect(department.name).toBe('Customer service')
    const [admin] = (await fresh.asks('agent.list', {})).items
    expect(admin).toMatchObject({ employeeNo: 'admin', departmentIds: [department.id] })
    expect(await firstRunCode(fresh.desk)).toBeUndefined()
  } finally {
    await fresh.close()
  }
})

test('a newer version adds what it brings to a shipped role, and gives nothing back that was taken away', async () => {
  const { rows } = await t.desk.pool.query(`select id, grants from roles where key = 'agent'`)
  const [{ id, grants }] = rows
  const { 'ticket.urge': _taken, 'ticket.note': _new, ...kept } = grants
  await t.does('role.update', { roleId: id, grants: kept })
  await t.desk.pool.query(`update roles set shipped = array_remove(shipped, 'ticket.note') where id = $1`, [id])
  await bootstrap(t.desk)
  const role = (await t.asks('role.list', {})).items.find((each: { key: string }) => each.key === 'agent')
  expect(role.grants).toHaveProperty(['ticket.note'], true)
  expect(role.grants).not.toHaveProperty(['ticket.urge'])
})
