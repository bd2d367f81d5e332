import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'

let t: TestDesk
let http: TestHttp
let token: string
beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
  token = await http.administrator()
})
afterAll(() => t.close())

const create = (grants: object, by = token, more: object = {}) =>
  http.post('apiKey.create', { name: '接口', grants, ...more }, { token: by })

test('a key does what it was given and nothing else', async () => {
  const made = await create({ 'ticket.open': true, 'department.list': true })
  expect(made.body.token).toMatch(/^baton_[\w-]{43}$/)
  expect(made.body).toMatchObject({ name: '接口', hint: made.body.token.slice(-4), allowed: ['apiKey.revoke'] })
  const key = { token: made.body.token }
  expect((await http.post('department.list', {}, key)).status).toBe(200)
  expect((await http.post('agent.list', {}, key)).body).toMatchObject({ status: 403, code: 'forbidden' })
  // What everyone signed in may, a key may not by itself.
  expect((await http.post('role.list', {}, key)).status).toBe(403)
  expect((await http.post('agent.updateMe', { name: '别人' }, key)).status).toBe(403)
  expect((await http.post('session.close', {}, key)).status).toBe(403)
  const me = (await http.post('session.me', {}, key)).body
  expect(me.grants).toMatchObject({
    'ticket.open': true,
    'department.list': true,
    'agent.list': false,
    'role.list': false,
  })
})

test('only its hash is kept', async () => {
  const made = await create({ 'ticket.open': true })
  const { rows } = await t.desk.pool.query('select * from api_keys')
  expect(JSON.stringify(rows)).not.toContain(made.body.token)
  expect(JSON.stringify((await http.post('apiKey.list', {}, { token })).body)).not.toContain(made.body.token)
})

test('a key never may more than its owner may today', async () => {
  const maker = (await http.post('role.create', { name: '接口员', grants: { 'apiKey.create': true } }, { token })).body
    .id
  const person = await http.person({ employeeNo: 'CS001', roles: ['supervisor'], roleIds: [maker] })
  const key = { token: (await create({ 'audit.list': true, 'ticket.list': true }, person.token)).body.token }
  expect((await http.post('audit.list', {}, key)).status).toBe(200)

  const roles = (await http.post('role.list', {}, { token })).body.items
  const agent = roles.find((role: { key: string }) => role.key === 'agent').id
  await http.post('agent.update', { agentId: person.id, roleIds: [agent] }, { token })
  expect((await http.post('audit.list', {}, key)).status).toBe(403)
  expect((await http.post('ticket.list', {}, key)).status).toBe(200)
})

test('both conditions hold: the owner’s and the key’s', async () => {
  const role = await http.post(
    'role.create',
    {
      name: '看自己部门',
      grants: {
        'apiKey.create': true,
        'ticket.get': { field: 'departmentId', op: 'isOneOf', value: '$me.departments' },
        'ticket.open': true,
      },
    },
    { token },
  )
  const own = (await http.post('department.create', { name: '维修部' }, { token })).body.id
  const other = (await http.post('department.create', { name: '财务部' }, { token })).body.id
  const person = await http.person({ employeeNo: 'CS002', roleIds: [role.body.id], departmentIds: [own] })
  const mine = { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
  const urgent = { field: 'urgency', op: 'is', value: 'urgent' }
  const made = await create({ 'ticket.get': { all: [mine, urgent] } }, person.token)
  const key = { token: made.body.token }
  const ticket = async (departmentId: string, urgency: string) =>
    (await http.post('ticket.open', { subject: '测试', departmentId, urgency }, { token })).body.id
  const sees = async (id: string) => (await http.post('ticket.get', { id }, key)).status
  expect(await sees(await ticket(own, 'urgent'))).toBe(200)
  expect(await sees(await ticket(own, 'normal'))).toBe(404)
  expect(await sees(await ticket(other, 'urgent'))).toBe(404)
})

test('a key cannot be given more than its maker may', async () => {
  const maker = (await http.post('role.create', { name: '接口员二', grants: { 'apiKey.create': true } }, { token }))
    .body.id
  const person = await http.person({ employeeNo: 'CS003', roles: ['agent'], roleIds: [maker] })
  for (const grants of [{ '*': true }, { 'settings.update': true }, { 'ticket.close': true }]) {
    const answer = await create(grants, person.token)
    expect(answer.body).toMatchObject({ status: 422, fields: [{ path: 'grants', code: 'grant.beyond' }] })
  }
  expect((await create({ 'ticket.get': true }, person.token)).status).toBe(200)
})

test('a key expires, and is revoked, and then opens nothing', async () => {
  const expiresAt = new Date(t.now().getTime() + 3_600_000).toISOString()
  const brief = (await create({ 'ticket.list': true }, token, { expiresAt })).body
  const other = (await create({ 'ticket.list': true })).body
  expect((await http.post('ticket.list', {}, { token: brief.token })).status).toBe(200)
  t.turn(3_600_000)
  expect((await http.post('ticket.list', {}, { token: brief.token })).body.code).toBe('session.invalid')
  expect((await http.post('ticket.list', {}, { token: other.token })).status).toBe(200)
  const revoked = await http.post('apiKey.revoke', { apiKeyId: other.id }, { token })
  expect(revoked.body).toMatchObject({ id: other.id, revokedAt: t.now().toISOString(), allowed: [] })
  expect((await http.post('ticket.list', {}, { token: other.token })).status).toBe(401)
  const past = await create({ 'ticket.list': true }, token, { expiresAt: '2020-01-01T00:00:00Z' })
  expect(past.body.fields).toMatchObject([{ path: 'expiresAt', code: 'time.past' }])
})

test('its use is noted once a minute', async () => {
  const made = (await create({ 'ticket.list': true })).body
  const usedAt = async () => {
    const { rows } = await t.desk.pool.query('select used_at from api_keys where id = $1', [made.id])
    return rows[0].used_at?.toISOString()
  }
  expect(await usedAt()).toBeUndefined()
  await http.post('ticket.list', {}, { token: made.token })
  const first = t.now().toISOString()
  expect(await usedAt()).toBe(first)
  t.turn(59_000)
  await http.post('ticket.list', {}, { token: made.token })
  expect(await usedAt()).toBe(first)
  t.turn(2_000)
  await http.post('ticket.list', {}, { token: made.token })
  expect(await usedAt()).toBe(t.now().toISOString())
})

test.each(['nonsense', 'baton_', 'baton_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '%00', "' or 1=1 --"])(
  'a forged token, %s, is a 401',
  async forged => {
    expect((await http.post('ticket.list', {}, { token: forged })).body).toMatchObject({
      status: 401,
      code: 'session.invalid',
    })
  },
)
