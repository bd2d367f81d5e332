import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'

let t: TestDesk
let http: TestHttp
beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
})
afterAll(() => t.close())

test('whoever is disabled is out at once: sessions, keys and tickets in hand', async () => {
  const token = await http.administrator()
  const [department] = (await http.post('department.list', {}, { token })).body.items
  await http.post('department.update', { departmentId: department.id, dispatch: 'claim' }, { token })
  const person = await http.person({ employeeNo: 'CS001', roles: ['agent'], departmentIds: [department.id] })
  const elsewhere = await http.signIn('CS001', person.password)
  const roles = (await http.post('role.list', {}, { token })).body.items
  const supervisor = roles.find((role: { key: string }) => role.key === 'supervisor').id
  const keyMaker = await http.post('role.create', { name: '密钥', grants: { 'apiKey.create': true } }, { token })
  await http.post('agent.update', { agentId: person.id, roleIds: [supervisor, keyMaker.body.id] }, { token })
  const key = (
    await http.post('apiKey.create', { name: '脚本', grants: { 'ticket.list': true } }, { token: person.token })
  ).body
  expect((await http.post('ticket.list', {}, { token: key.token })).status).toBe(200)
  const ticket = await http.post(
    'ticket.open',
    { subject: '漏水', departmentId: department.id, assigneeId: person.id },
    { token },
  )
  expect(ticket.body).toMatchObject({ status: 'assigned', assigneeId: person.id })

  const disabled = await http.post('agent.disable', { agentId: person.id, reason: '离职' }, { token })
  expect(disabled.body).toMatchObject({ status: 'disabled', presence: 'offline' })
  for (const gone of [person.token, elsewhere, key.token]) {
    expect((await http.post('ticket.list', {}, { token: gone })).body).toMatchObject({
      status: 401,
      code: 'session.invalid',
    })
  }
  const refused = await http.post('session.open', { login: 'CS001', password: person.password })
  expect(refused.body).toMatchObject({ status: 403, code: 'login.disabled' })
  // Whoever does not know the password learns nothing about the account.
  expect((await http.post('session.open', { login: 'CS001', password: 'guess' })).body.code).toBe('login.failed')
  await t.drained()
  const pooled = await http.post('ticket.get', { id: ticket.body.id }, { token })
  expect(pooled.body).toMatchObject({ status: 'new', departmentId: department.id, assigneeId: null })

  await http.post('agent.enable', { agentId: person.id }, { token })
  expect((await http.post('session.open', { login: 'CS001', password: person.password })).status).toBe(200)
  // What was ended stays ended.
  expect((await http.post('ticket.list', {}, { token: elsewhere })).status).toBe(401)
})

test('one cannot disable oneself', async () => {
  const token = await http.administrator()
  const me = (await http.post('session.me', {}, { token })).body.agent
  expect(me.allowed).not.toContain('agent.disable')
  const refused = await http.post('agent.disable', { agentId: me.id }, { token })
  expect(refused.body).toMatchObject({ status: 409, code: 'agent.self', detail: '不能停用自己的账号' })
})
