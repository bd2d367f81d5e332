import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerFor } from '../src/records/sessions/index.ts'
import { type TestDesk, testDesk } from '../test/desk.ts'

let t: TestDesk
let administrator: string
let people: [string, string]
beforeAll(async () => {
  t = await testDesk()
  administrator = (await t.asks('role.list', {})).items.find((role: { key: string }) => role.key === 'administrator').id
  const [first] = (await t.asks('agent.list', {})).items
  const second = await t.does('agent.create', { employeeNo: 'A2', name: '李主管' })
  people = [first.id, second.id]
})
afterAll(() => t.close())

const administrators = async () =>
  (await t.asks('role.list', {})).items.find((role: { key: string }) => role.key === 'administrator').memberCount

test('the last administrator can be neither disabled nor demoted', async () => {
  const [only, other] = people
  const me = await callerFor(t.desk, only)
  const last = { status: 409, code: 'agent.lastAdministrator' }
  await expect(t.does('agent.disable', { agentId: only }, me)).rejects.toMatchObject({ code: 'agent.self' })
  await expect(t.does('agent.update', { agentId: only, roleIds: [] }, me)).rejects.toMatchObject(last)
  await expect(t.does('agent.disable', { agentId: only })).rejects.toMatchObject(last)
  // Other changes of the same person are nobody's concern, and nor is another person.
  expect(await t.does('agent.update', { agentId: only, name: '王总', roleIds: [administrator] }, me)).toMatchObject({
    name: '王总',
  })
  expect(await t.does('agent.disable', { agentId: other }, me)).toMatchObject({ status: 'disabled' })
  // Somebody who may do nothing here any more is no second administrator.
  await t.does('agent.update', { agentId: other, roleIds: [administrator] })
  await expect(t.does('agent.update', { agentId: only, roleIds: [] }, me)).rejects.toMatchObject(last)
  expect(await administrators()).toBe(1)
})

test('the role itself stands as it is', async () => {
  await expect(t.does('role.archive', { roleId: administrator })).rejects.toMatchObject({ code: 'role.builtin' })
  await expect(t.does('role.update', { roleId: administrator, grants: {} })).rejects.toMatchObject({
    code: 'role.builtin',
  })
  expect(await t.does('role.update', { roleId: administrator, name: '超级管理员' })).toMatchObject({
    name: '超级管理员',
  })
})

test.each([
  ['disable', 'disable'],
  ['demote', 'demote'],
  ['disable', 'demote'],
] as const)('of two who %s and %s each other at once, one remains', async (first, second) => {
  const [a, b] = people
  for (let round = 0; round < 10; round++) {
    for (const agentId of people) {
      await t.does('agent.enable', { agentId })
      await t.does('agent.update', { agentId, roleIds: [administrator] })
    }
    const [asA, asB] = [await callerFor(t.desk, a), await callerFor(t.desk, b)]
    const removed = await Promise.allSettled([
      first === 'disable'
        ? t.does('agent.disable', { agentId: b }, asA)
        : t.does('agent.update', { agentId: b, roleIds: [] }, asA),
      second === 'disable'
        ? t.does('agent.disable', { agentId: a }, asB)
        : t.does('agent.update', { agentId: a, roleIds: [] }, asB),
    ])
    expect(removed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(removed.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'agent.lastAdministrator' },
    })
    expect(await administrators()).toBe(1)
  }
})
