import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'

let t: TestDesk
let http: TestHttp
let admin: { token: string }
let own: string
let other: string
const people: Record<string, { token: string; id: string }> = {}

beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
  admin = { token: await http.administrator() }
  own = (await http.post('department.create', { name: '维修部' }, admin)).body.id
  other = (await http.post('department.create', { name: '财务部' }, admin)).body.id
  for (const role of ['supervisor', 'agent', 'handler', 'reviewer']) {
    people[role] = await http.person({ employeeNo: `T-${role}`, roles: [role], departmentIds: [own] })
  }
})
afterAll(() => t.close())

const by = (role: string) => ({ token: people[role]?.token ?? '' })
const idOf = (role: string) => people[role]?.id
const open = async (departmentId: string, assigneeId?: string) =>
  (await http.post('ticket.open', { subject: '漏水', departmentId, ...(assigneeId && { assigneeId }) }, admin)).body.id

/** What each role answers for a ticket of the own department, and of another (requirements 0.15). */
const table: [string, string, number, number][] = [
  ['ticket.get', 'supervisor', 200, 200],
  ['ticket.get', 'agent', 200, 200],
  ['ticket.get', 'handler', 200, 404],
  ['ticket.get', 'reviewer', 200, 200],
  ['ticket.claim', 'supervisor', 200, 200],
  ['ticket.claim', 'agent', 200, 403],
  ['ticket.claim', 'handler', 200, 404],
  ['ticket.claim', 'reviewer', 403, 403],
  ['ticket.solve', 'supervisor', 200, 200],
  ['ticket.solve', 'agent', 200, 403],
  ['ticket.solve', 'handler', 200, 404],
  ['ticket.solve', 'reviewer', 403, 403],
  ['ticket.note', 'agent', 200, 200],
  ['ticket.note', 'handler', 200, 404],
  ['ticket.note', 'reviewer', 200, 200],
  ['ticket.urge', 'agent', 200, 200],
  ['ticket.pause', 'supervisor', 200, 200],
  ['ticket.pause', 'agent', 403, 403],
  ['ticket.cancel', 'supervisor', 200, 200],
  ['ticket.cancel', 'agent', 403, 403],
  ['ticket.forceEnd', 'handler', 403, 403],
  ['ticket.close', 'reviewer', 200, 200],
  ['ticket.close', 'supervisor', 200, 200],
]
const inputs: Record<string, object> = {
  'ticket.solve': { result: '已更换' },
  'ticket.note': { body: '看一下' },
  'ticket.pause': { reason: '等配件' },
  'ticket.cancel': { reason: '客户撤回' },
  'ticket.forceEnd': { reason: '重复' },
}

describe.each(table)('%s by the %s', (name, role, inOwn, inOther) => {
  test.each([
    ['own department', () => own, inOwn],
    ['another', () => other, inOther],
  ])('%s', async (_, department, status) => {
    const ticketId = await open(department())
    const input = name === 'ticket.get' ? { id: ticketId } : { ticketId, ...inputs[name] }
    expect((await http.post(name, input, by(role))).status).toBe(status)
  })
})

test('an agent closes what is solved, a reviewer whatever is open (R-007)', async () => {
  const ticketId = await open(own)
  expect((await http.post('ticket.close', { ticketId }, by('agent'))).status).toBe(403)
  expect((await http.post('ticket.solve', { ticketId, result: '好了' }, by('agent'))).status).toBe(200)
  expect((await http.post('ticket.close', { ticketId }, by('agent'))).body).toMatchObject({ status: 'closed' })
})

test('only whoever holds a ticket acknowledges it', async () => {
  const mine = await open(own, idOf('handler'))
  expect((await http.post('ticket.acknowledge', { ticketId: mine }, by('agent'))).status).toBe(403)
  expect((await http.post('ticket.acknowledge', { ticketId: mine }, by('handler'))).status).toBe(200)
})

test('a handler’s list holds the own departments only', async () => {
  await open(own)
  await open(other)
  const seen = (await http.post('ticket.list', { limit: 200 }, by('handler'))).body.items
  expect(seen.length).toBeGreaterThan(0)
  expect(
    seen.every(
      (ticket: { departmentId: string; assigneeId: string }) =>
        ticket.departmentId === own || ticket.assigneeId === idOf('handler'),
    ),
  ).toBe(true)
})

test('a supervisor looks after people’s presence, an agent only after the own', async () => {
  const agentId = idOf('agent')
  expect((await http.post('agent.setPresence', { agentId, state: 'away' }, by('supervisor'))).body.presence).toBe(
    'away',
  )
  expect((await http.post('agent.setPresence', { agentId: idOf('handler'), state: 'away' }, by('agent'))).status).toBe(
    403,
  )
  expect((await http.post('agent.setPresence', { state: 'busy' }, by('agent'))).body.presence).toBe('busy')
  expect((await http.post('audit.list', { limit: 1 }, by('supervisor'))).status).toBe(200)
})
