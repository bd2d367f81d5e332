import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'

let t: TestDesk
let http: TestHttp
let admin: { token: string }
let officer: { token: string }
let officerId: string
const shipped: Record<string, string> = {}
const mine = { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }

/** A personnel officer: may manage people and roles, and may handle tickets like an agent, but is no administrator. */
beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
  admin = { token: await http.administrator() }
  for (const role of (await http.post('role.list', {}, admin)).body.items) shipped[role.key] = role.id
  const grants = Object.fromEntries(
    [
      'agent.create',
      'agent.update',
      'agent.disable',
      'agent.enable',
      'agent.resetPassword',
      'role.create',
      'role.update',
    ].map(name => [name, true]),
  )
  const role = await http.post('role.create', { name: '人事', grants }, admin)
  const person = await http.person({ employeeNo: 'HR1', roles: ['agent'], roleIds: [role.body.id] })
  officer = { token: person.token }
  officerId = person.id
})
afterAll(() => t.close())

const beyond = (path: string, name: string) => ({
  status: 422,
  fields: [{ path, code: 'grant.beyond', detail: expect.stringContaining(name) }],
})

test('nobody makes a role that may more than they do', async () => {
  const make = (name: string, grants: object) => http.post('role.create', { name, grants }, officer)
  expect((await make('一', { '*': true })).body).toMatchObject(beyond('grants', '*'))
  expect((await make('二', { 'settings.update': true })).body).toMatchObject(beyond('grants', 'settings.update'))
  expect((await make('三', { 'ticket.transfer': true })).body).toMatchObject(beyond('grants', 'ticket.transfer'))
  expect((await make('四', { 'ticket.get': true, 'ticket.claim': mine })).status).toBe(200)
  expect((await make('五', { 'ticket.fly': true })).body).toMatchObject({
    fields: [{ path: 'grants.ticket.fly', code: 'grant.unknown' }],
  })
  expect((await make('六', { 'ticket.claim': { ...mine, field: 'colour' } })).body.fields).toMatchObject([
    { path: 'grants.ticket.claim.field', code: 'condition.invalid', detail: expect.stringContaining('colour') },
  ])
})

test('nor widens one, though what others gave may stay in it', async () => {
  const role = (await http.post('role.create', { name: '设置员', grants: { 'settings.update': true } }, admin)).body
  const widen = await http.post(
    'role.update',
    { roleId: role.id, grants: { 'settings.update': true, 'health.get': true } },
    officer,
  )
  expect(widen.body).toMatchObject(beyond('grants', 'health.get'))
  const kept = await http.post(
    'role.update',
    { roleId: role.id, grants: { 'settings.update': true, 'ticket.get': true } },
    officer,
  )
  expect(kept.body.grants).toEqual({ 'settings.update': true, 'ticket.get': true })
  expect((await http.post('role.update', { roleId: role.id, grants: {} }, officer)).status).toBe(200)
})

test('nor gives anybody such a role, themselves included', async () => {
  const create = (roleIds: (string | undefined)[]) =>
    http.post('agent.create', { employeeNo: 'N1', name: '新人', roleIds }, officer)
  expect((await create([shipped.administrator])).body).toMatchObject(beyond('roleIds.0', '*'))
  expect((await create([shipped.agent, shipped.supervisor])).body.fields).toMatchObject([
    { path: 'roleIds.1', code: 'grant.beyond' },
  ])
  const made = await create([shipped.agent])
  expect(made.status).toBe(200)
  const raise = (agentId: string) =>
    http.post('agent.update', { agentId, roleIds: [shipped.agent, shipped.administrator] }, officer)
  expect((await raise(made.body.id)).body).toMatchObject(beyond('roleIds.1', '*'))
  expect((await raise(officerId)).status).toBe(422)
})

test('nor gets into the account of somebody who may more', async () => {
  const chief = await http.person({ employeeNo: 'CHIEF', roles: ['supervisor'] })
  const reset = await http.post('agent.resetPassword', { agentId: chief.id }, officer)
  expect(reset.body).toMatchObject({ status: 422, fields: [{ path: 'roleIds.0', code: 'grant.beyond' }] })
  expect((await http.post('session.me', {}, { token: chief.token })).status).toBe(200)
  // Taking away is not giving: but giving back is.
  expect((await http.post('agent.disable', { agentId: chief.id }, officer)).status).toBe(200)
  expect((await http.post('agent.enable', { agentId: chief.id }, officer)).status).toBe(422)
  expect((await http.post('agent.resetPassword', { agentId: officerId }, officer)).body.code).toBe('agent.ownPassword')
})

test('nor lifts a restriction that they are under', async () => {
  const grants = { 'role.create': true, 'ticket.get': true }
  const bound = (
    await http.post('role.create', { name: '受限', grants, fields: { 'customer.level': 'hidden' } }, admin)
  ).body
  const person = { token: (await http.person({ employeeNo: 'B1', roleIds: [bound.id] })).token }
  const free = await http.post('role.create', { name: '不受限', grants: { 'ticket.get': true } }, person)
  expect(free.body).toMatchObject(beyond('fields', 'customer.level'))
  const same = { name: '同样受限', grants: { 'ticket.get': true }, fields: { 'customer.level': 'hidden' } }
  expect((await http.post('role.create', same, person)).status).toBe(200)
})

test('somebody without the grant is told so', async () => {
  const agent = { token: (await http.person({ employeeNo: 'CS9', roles: ['agent'] })).token }
  expect((await http.post('role.create', { name: '七', grants: {} }, agent)).body).toMatchObject({
    status: 403,
    code: 'forbidden',
  })
  expect((await http.post('agent.disable', { agentId: officerId }, agent)).body).toMatchObject({
    status: 403,
    code: 'forbidden',
  })
  expect((await http.post('audit.list', {}, agent)).status).toBe(403)
})

test('a grant may be limited to the people of one’s own departments', async () => {
  const department = async (name: string): Promise<string> =>
    (await http.post('department.create', { name }, admin)).body.id
  const [mine, theirs] = [await department('本部'), await department('他部')]
  const own = { field: 'departmentIds', op: 'containsAny', value: '$me.departments' }
  const grants = { 'agent.get': own, 'agent.list': own, 'agent.update': own }
  const role = (await http.post('role.create', { name: '组长', grants }, admin)).body.id
  const chief = await http.person({ employeeNo: 'L1', roleIds: [role], departmentIds: [mine] })
  const inside = await http.person({ employeeNo: 'L2', departmentIds: [mine] })
  const outside = await http.person({ employeeNo: 'L3', departmentIds: [theirs] })
  const seen = (await http.post('agent.list', {}, chief)).body.items
  expect(seen.map((agent: { employeeNo: string }) => agent.employeeNo)).toEqual(['L1', 'L2'])
  expect((await http.post('agent.get', { id: inside.id }, chief)).body.allowed).toEqual(['agent.update'])
  expect((await http.post('agent.get', { id: outside.id }, chief)).status).toBe(404)
  expect((await http.post('agent.update', { agentId: outside.id, name: '改名' }, chief)).status).toBe(404)
  expect((await http.post('agent.update', { agentId: inside.id, name: '改名' }, chief)).body.name).toBe('改名')
})
