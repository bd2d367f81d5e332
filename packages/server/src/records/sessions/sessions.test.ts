import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'

let t: TestDesk
beforeAll(async () => {
  t = await testDesk()
})
afterAll(() => t.close())

test('signs in', async () => {
  const answer = await t.does('session.open', { login: 'ADMIN', password: 'Admin-Pass-1' }, outside())
  expect(answer).toMatchObject({ mustChangePassword: false, agent: { employeeNo: 'admin', presence: 'ready' } })
  expect(answer.token).toMatch(/^[\w-]{43}$/)
})

const outside = () => ({ ...t.system, actor: { kind: 'outside' as const, id: null, name: '' }, ip: '203.0.113.9' })
