import { reads, verbs } from '@baton/contract'
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

test('a new agent must change the initial password before anything else (R-014)', async () => {
  const token = await http.administrator()
  const roles = (await http.post('role.list', {}, { token })).body.items
  const agentRole = roles.find((role: { key: string }) => role.key === 'agent').id
  const created = await http.post(
    'agent.create',
    { employeeNo: 'CS001', name: '张三', roleIds: [agentRole] },
    { token },
  )
  expect(created.status).toBe(200)
  const { initialPassword } = created.body
  expect(initialPassword).toMatch(/^\S{14}$/)
  // It was shown once: nothing shows it again.
  const again = await http.post('agent.get', { id: created.body.id }, { token })
  expect(JSON.stringify(again.body)).not.toContain(initialPassword)

  const opened = await http.post('session.open', { login: 'cs001', password: initialPassword })
  expect(opened.body).toMatchObject({ mustChangePassword: true, agent: { employeeNo: 'CS001', name: '张三' } })
  const own = { token: opened.body.token }

  const closed = ['session.changePassword', 'session.close', 'session.me']
  const rest = [...Object.entries(verbs), ...Object.entries(reads)].filter(
    ([name, { access }]) => access !== 'anyone' && !closed.includes(name),
  )
  for (const [name] of rest) {
    // Some inputs are refused before: what matters is that none gets through.
    const { status, body } = await http.post(name, inputOf(name), own)
    expect([403, 422], name).toContain(status)
    if (status === 403) expect(body.code, name).toBe('password.mustChange')
  }
  expect((await http.post('ticket.list', {}, own)).body).toMatchObject({
    status: 403,
    code: 'password.mustChange',
    detail: '请先修改初始密码',
  })

  const wrong = await http.post('session.changePassword', { oldPassword: 'nonsense', newPassword: 'my own words' }, own)
  expect(wrong.body).toMatchObject({ status: 422, fields: [{ path: 'oldPassword', code: 'password.wrong' }] })
  const short = await http.post('session.changePassword', { oldPassword: initialPassword, newPassword: '1234567' }, own)
  expect(short.body).toMatchObject({ status: 422, fields: [{ path: 'newPassword', code: 'too_small' }] })
  const same = { oldPassword: initialPassword, newPassword: initialPassword }
  expect((await http.post('session.changePassword', same, own)).body).toMatchObject({
    status: 422,
    fields: [{ path: 'newPassword', code: 'password.same' }],
  })

  const elsewhere = await http.signIn('CS001', initialPassword)
  const changed = await http.post(
    'session.changePassword',
    { oldPassword: initialPassword, newPassword: 'my own words' },
    own,
  )
  expect(changed.body).toMatchObject({ mustChangePassword: false, current: true })

  expect((await http.post('ticket.list', {}, own)).status).toBe(200)
  // Whoever knew the old password is out.
  expect((await http.post('session.me', {}, { token: elsewhere })).body).toMatchObject({
    status: 401,
    code: 'session.invalid',
  })
  expect((await http.post('session.open', { login: 'CS001', password: initialPassword })).body.code).toBe(
    'login.failed',
  )
  expect((await http.post('session.open', { login: 'CS001', password: 'my own words' })).body.mustChangePassword).toBe(
    false,
  )
})

const inputOf = (name: string): unknown => (name === 'ticket.open' ? { subject: '漏水' } : {})

test('a password that was reset must be changed too, and nobody stays signed in', async () => {
  const token = await http.administrator()
  const person = await http.person({ employeeNo: 'CS002', roles: ['agent'] })
  const reset = await http.post('agent.resetPassword', { agentId: person.id }, { token })
  expect(reset.body.initialPassword).toMatch(/^\S{14}$/)
  expect((await http.post('session.me', {}, { token: person.token })).status).toBe(401)
  expect((await http.post('session.open', { login: 'CS002', password: person.password })).status).toBe(401)
  const opened = await http.post('session.open', { login: 'CS002', password: reset.body.initialPassword })
  expect(opened.body.mustChangePassword).toBe(true)
})
