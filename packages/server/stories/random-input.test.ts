import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { type Reply, type TestHttp, testHttp } from '../test/http.ts'
import { rightBody, shapes, wrongBody } from '../test/shapes.ts'

/** 随机的请求打遍所有动词和读取:多半像模像样,时而荒唐。回答可以是拒绝,但绝不是 5xx,绝不露内情。 */
let desk: TestDesk
let http: TestHttp
let token: string
let ids: Record<string, string[]>
let calls = 0
const tally: Record<number, number> = {}

beforeAll(async () => {
  desk = await testDesk()
  http = await testHttp(desk)
  token = await http.administrator()
  ids = await populated()
})
afterAll(() => desk.close())

/** Something of every kind, so that random bodies find things to act on. */
async function populated(): Promise<Record<string, string[]>> {
  const department = await desk.does('department.create', { name: '售后' })
  const agent = await desk.does('agent.create', { employeeNo: 'CS001', name: '王芳', departmentIds: [department.id] })
  const customer = await desk.does('customer.create', { name: '李雷', emails: ['lilei@example.com'] })
  const category = await desk.does('category.create', { name: '维修', departmentId: department.id })
  const mailbox = await desk.does('mailbox.create', { name: '邮箱', address: 'help@example.com' })
  const tickets = []
  for (let n = 0; n < 4; n++)
    tickets.push(
      await desk.does('ticket.open', {
        subject: `工单 ${n}`,
        departmentId: department.id,
        requester: { email: 'lilei@example.com' },
      }),
    )
  await desk.does('ticket.reply', { ticketId: tickets[0].id, body: '您好' })
  const calls = []
  for (let n = 0; n < 3; n++)
    calls.push(await desk.does('call.ring', { number: '13800138000', agent: 'CS001', externalId: `pbx-${n}` }))
  await desk.does('call.answer', { callId: calls[1].id })
  await desk.does('call.end', { callId: calls[2].id })
  const roles = (await desk.asks('role.list', {})).items
  const types = (await desk.asks('requestType.list', {})).items
  const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)
  return {
    department: ids([department]),
    agent: ids([agent]),
    assignee: ids([agent]),
    manager: ids([agent]),
    customer: ids([customer]),
    category: ids([category]),
    mailbox: ids([mailbox]),
    ticket: ids(tickets),
    call: ids(calls),
    answers: ids(calls),
    role: ids(roles.slice(-2)),
    requestType: ids(types),
  }
}

/** `ticketId` wants a ticket; what names no kind may get anything. */
const idsFor = (property: string): readonly string[] => ids[property.replace(/Ids?$/, '')] ?? Object.values(ids).flat()

const seed = Number(process.env.TEST_SEED ?? 20_261_122)
const runs = Number(process.env.TEST_RUNS ?? 8)

test.each(shapes)('$name', async ({ name, shape }) => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(rightBody(shape, idsFor), wrongBody(shape, idsFor)), async body => {
      const reply = await post(name, body)
      expectSensible(reply)
      if (reply.status === 401 || reply.body.code === 'password.mustChange') token = await again()
    }),
    { numRuns: runs, seed },
  )
})

/** Every call from another address: signing in is limited for each. */
const post = (name: string, body: unknown) =>
  http.post(name, body, {
    token,
    ip: `198.51.${(calls >> 8) & 255}.${calls++ & 255}`,
    ...(calls % 7 === 0 && { headers: { 'idempotency-key': `key ${calls % 5}` } }),
  })

function expectSensible({ status, body, headers }: Reply): void {
  expect([200, 400, 401, 403, 404, 409, 422, 429]).toContain(status)
  if (status === 400) expect(body.code).toBe('malformed.name')
  tally[status] = (tally[status] ?? 0) + 1
  if (status === 200) return
  expect(headers['content-type']).toMatch(/^application\/problem\+json\b/)
  expect(body).toMatchObject({
    status,
    code: expect.stringMatching(/^[a-zA-Z_.]+$/),
    title: expect.any(String),
    detail: expect.any(String),
  })
  expect(body.detail).not.toBe(body.code)
  // A parameter that nobody gave leaves a gap in the sentence.
  const fields = (body.fields ?? []) as { detail: string }[]
  for (const { detail } of [body as { detail: string }, ...fields]) expect(detail).not.toMatch(/\s\s|^\s|\s$|^$/)
  expect(JSON.stringify(body)).not.toMatch(/\bat .*\.[tj]s:\d+|node_modules|select .* from|SQLSTATE/i)
}

/** A random session verb may have signed us out. */
const again = () => http.signIn('admin', 'Admin-Pass-1')

test('most of it was taken seriously', () => {
  const sum = Object.values(tally).reduce((all, n) => all + n)
  expect(tally[200]).toBeGreaterThan(sum / 5)
})
