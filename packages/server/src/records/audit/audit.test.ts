import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { callerFor } from '../sessions/index.ts'

let t: TestDesk
let chief: string
beforeAll(async () => {
  t = await testDesk({ following: false })
  const administrator = (await t.asks('role.list', {})).items[0].id
  chief = (await t.does('agent.create', { employeeNo: 'A2', name: '李主管', roleIds: [administrator] })).id
})
afterAll(() => t.close())

const types = (page: Answer) => page.items.map((item: Answer) => item.type)

test('tells who changed what, newest first, page by page', async () => {
  const by = await callerFor(t.desk, chief)
  const made = await t.does('department.create', { name: '质检部' }, by)
  await t.does('department.update', { departmentId: made.id, name: '质量部', managerIds: [chief] }, by)
  await t.does('department.archive', { departmentId: made.id }, by)
  const page = await t.asks('audit.list', { actorId: chief, limit: 2 }, by)
  expect(page.items).toMatchObject([
    {
      type: 'department.archived',
      verb: 'department.archive',
      actor: { kind: 'person', id: chief, name: '李主管' },
      subjectId: made.id,
    },
    { type: 'department.updated' },
  ])
  expect(page.items.map((item: Answer) => item.text)).toEqual([
    '李主管 停用了部门 质量部',
    '李主管 修改了部门 质量部：名称：质检部 → 质量部；负责人：空 → 李主管',
  ])
  const rest = await t.asks('audit.list', { actorId: chief, limit: 2, cursor: page.nextCursor }, by)
  expect(types(rest)).toEqual(['department.created'])
  expect(rest.nextCursor).toBeNull()
  const english = await t.asks('audit.list', { actorId: chief, limit: 1 }, { ...by, locale: 'en' })
  expect(english.items[0].text).toBe('李主管 archived the department 质量部')
})

test('is asked by kind, by event and by time', async () => {
  t.turn(60_000)
  const since = t.now().toISOString()
  await t.does('role.create', { name: '质检员', grants: {} })
  t.turn(60_000)
  await t.does('agent.create', { employeeNo: 'N1', name: '新人' })
  expect(types(await t.asks('audit.list', { from: since }))).toEqual(['agent.created', 'role.created'])
  expect(types(await t.asks('audit.list', { from: since, to: t.now().toISOString() }))).toEqual(['role.created'])
  expect(types(await t.asks('audit.list', { from: since, type: 'agent' }))).toEqual(['agent.created'])
  expect(types(await t.asks('audit.list', { from: since, type: 'role.created' }))).toEqual(['role.created'])
  expect(types(await t.asks('audit.list', { from: since, type: 'rol' }))).toEqual([])
  expect(types(await t.asks('audit.list', { from: since, type: '%' }))).toEqual([])
})

test('tickets have their own history', async () => {
  await t.does('ticket.open', { subject: '漏水' })
  expect(
    types(await t.asks('audit.list', { limit: 200 })).filter((type: string) => type.startsWith('ticket.')),
  ).toEqual([])
})
