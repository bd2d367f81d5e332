import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { newId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { directory } from '../people/index.ts'

/**
 * The law of macros: any verbs in one go leave the ticket, its clocks, its people and its history as the same verbs done
 * one after the other in the same instant would; and when one of those would be refused, nothing at all happens.
 */
let t: TestDesk
let supervisor: Caller
let agent: Caller
/** What exists and means the same for both tickets. */
let known: Set<string>
let people: string[]
let departments: string[]
let customers: string[]
const each = (seconds: number) => ({ normal: seconds, urgent: seconds / 2, critical: 60 })

beforeAll(async () => {
  // Nothing happens but what is done here.
  t = await testDesk({ following: false })
  departments = []
  for (const name of ['售后部', '财务部']) departments.push((await t.does('department.create', { name })).id)
  const roles = (await t.asks('role.list', {})).items
  const person = async (employeeNo: string, role: string, departmentIds: string[]) =>
    (
      await t.does('agent.create', {
        employeeNo,
        name: `坐席${employeeNo}`,
        departmentIds,
        roleIds: [roles.find(({ key }: Answer) => key === role).id],
      })
    ).id as string
  const [first = '', second = ''] = departments
  people = [
    await person('CS1', 'supervisor', [first]),
    await person('CS2', 'agent', [first]),
    await person('CS3', 'agent', [second]),
  ]
  const picture = await t.desk.configuration.current()
  const callerOf = (id: string): Caller => {
    const found = picture.of(directory).agents.get(id)
    if (!found) throw new Error('nobody')
    return {
      ...t.system,
      actor: { kind: 'person', id, name: found.name },
      me: { id, departments: [...found.departmentIds] },
      grants: picture.of(directory).grantsOf(found.roleIds),
    }
  }
  supervisor = callerOf(people[0] ?? '')
  agent = callerOf(people[1] ?? '')
  customers = []
  for (const level of ['VIP', '普通'])
    customers.push((await t.does('customer.create', { name: `客户${level}`, level, emails: [`${newId()}@a.cn`] })).id)
  const everything = [
    { target: 'response' as const, calendarId: null, seconds: each(14400), ladder: [] },
    { target: 'nextResponse' as const, calendarId: null, seconds: each(3600) },
    { target: 'acknowledge' as const, calendarId: null, seconds: each(1800) },
    { target: 'resolution' as const, calendarId: null, seconds: each(86400), pauseIn: ['pending_customer' as const] },
    { target: 'progress' as const, calendarId: null, seconds: each(7200) },
  ]
  const policy = await t.does('slaPolicy.create', { name: '全套', targets: everything })
  await t.does('slaPolicy.update', { slaPolicyId: policy.id, position: 1 })
  const vip = await t.does('slaPolicy.create', {
    name: 'VIP',
    where: { field: 'customer.level', op: 'is', value: 'VIP' },
    targets: everything.map(target => ({ ...target, seconds: each(600) })),
  })
  await t.does('slaPolicy.update', { slaPolicyId: vip.id, position: 1 })
  known = new Set([...people, ...departments, ...customers, policy.id, vip.id])
})
afterAll(() => t.close())

const holder = () =>
  fc.oneof(
    fc.constantFrom(...people).map(assigneeId => ({ assigneeId })),
    fc.constantFrom(...departments).map(departmentId => ({ departmentId })),
  )
const reason = fc.constant({ reason: '客户要求' })
const part = (): fc.Arbitrary<{ verb: string; input: Record<string, unknown> }> => {
  const of = (verb: string, input: fc.Arbitrary<object> = fc.constant({})) =>
    input.map(given => ({ verb, input: given as Record<string, unknown> }))
  return fc.oneof(
    of(
      'ticket.update',
      fc.record(
        {
          urgency: fc.constantFrom('normal', 'urgent', 'critical'),
          subject: fc.constantFrom('洗衣机漏水', '退款'),
          tags: fc.constantFrom([], ['退款']),
          customerId: fc.constantFrom(...customers),
        },
        { requiredKeys: [] },
      ),
    ),
    of(
      'ticket.reply',
      fc.record({ body: fc.constant('您好'), thenStatus: fc.constantFrom('same', 'pending_customer', 'solved') }),
    ),
    of('ticket.note', fc.constant({ body: '看一下', mentionIds: [] })),
    of('ticket.progress', fc.constant({ body: '配件已发出' })),
    of('ticket.assign', holder()),
    of(
      'ticket.transfer',
      fc.tuple(holder(), reason).map(([to, why]) => ({ ...to, ...why })),
    ),
    of('ticket.return', reason),
    of('ticket.dispatch'),
    of('ticket.claim'),
    of('ticket.acknowledge'),
    of('ticket.solve', fc.constant({ result: '已处理' })),
    of('ticket.reopen', reason),
    of('ticket.followUp', reason),
    of('ticket.close'),
    of('ticket.pause', reason),
    of('ticket.resume'),
    of('ticket.await'),
    of('ticket.hold', reason),
    of('ticket.urge'),
    of('ticket.alert', fc.constant({ to: ['holder'] })),
    of(
      'ticket.requestExtension',
      fc.constantFrom('response', 'resolution').map(target => ({ target, seconds: 3600, reason: '等配件' })),
    ),
    of('ticket.grantExtension', fc.constant({ target: 'resolution' })),
  )
}

const open = async (assigneeId: string | undefined) => {
  const { id } = await t.does('ticket.open', {
    subject: '洗衣机漏水',
    body: '请处理',
    customerId: customers[1],
    ...(assigneeId ? { assigneeId } : { departmentId: departments[0] }),
  })
  return id as string
}

/** The parts as they stand, the words and conditions of a macro aside. */
async function macroOf(steps: { verb: string; input: Record<string, unknown> }[]): Promise<string> {
  const id = newId()
  await t.desk.db
    .insertInto('macros')
    .values({
      id,
      owner_id: null,
      name: id,
      description: null,
      steps: JSON.stringify(steps) as never,
      conditions: null,
      audience: 'everyone',
      department_ids: [],
      archived_at: null,
      version: 1,
      created_at: t.now(),
    })
    .execute()
  return id
}

/** All that the database holds of a ticket, with ids that were made on the way called by their order. */
async function allOf(id: string): Promise<unknown> {
  const rows = async (text: ReturnType<typeof sql>) => (await text.execute(t.desk.db)).rows
  const [ticket] = await rows(sql`select * from tickets where id = ${id}`)
  const whole = {
    ticket: { ...(ticket as object), number: undefined, version: undefined },
    clocks: await rows(sql`select * from clocks where ticket_id = ${id} order by id`),
    segments: await rows(
      sql`select * from clock_segments where ticket_id = ${id} order by clock_id, from_at, to_at, state, id`,
    ),
    handovers: await rows(sql`select * from handovers where ticket_id = ${id} order by at, id`),
    messages: await rows(sql`select * from messages where ticket_id = ${id} order by seq`),
    touches: await rows(sql`select * from touches where ticket_id = ${id} order by id`),
    timers: await rows(sql`select * from timers where subject_id = ${id} order by verb`),
    events: await rows(sql`
      select type, subject_id, actor_kind, actor_id, verb, depth, payload from events where topic_id = ${id} order by seq`),
  }
  const names = new Map<string, string>()
  const text = JSON.stringify(whole).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, found => {
    if (known.has(found)) return found
    if (!names.has(found)) names.set(found, `#${names.size}`)
    return names.get(found) ?? found
  })
  return JSON.parse(text)
}

const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    error => {
      if (error instanceof Problem) return { status: error.status, code: error.code }
      throw error
    },
  )

interface Given {
  steps: { verb: string; input: Record<string, unknown> }[]
  by: Caller
  assigneeId: string | undefined
  minutes: number
  /** Leaves out what is refused one by one: what is left is done. */
  sieved: boolean
}

async function hold({ steps, by, assigneeId, minutes, sieved }: Given): Promise<'done' | 'refused'> {
  const [one, other] = [await open(assigneeId), await open(assigneeId)]
  t.turn(minutes * 60_000)
  const before = await allOf(other)
  // What the caller may never do is refused before anything is looked at.
  const never = steps.some(({ verb }) => by.grants.may(verb) === false)
  let refusal: unknown = never && !sieved ? { status: 403, code: 'forbidden' } : undefined
  const kept: typeof steps = []
  for (const step of steps) {
    if (refusal !== undefined) break
    const refused = await refusalOf(t.does(step.verb as 'ticket.note', { ...step.input, ticketId: one } as never, by))
    if (refused === undefined) kept.push(step)
    else if (!sieved) refusal = refused
  }
  const macroId = await macroOf(sieved ? kept : steps)
  const run = sieved && kept.length === 0 ? undefined : t.does('macro.run', { macroId, ticketId: other }, by)
  expect(run && (await refusalOf(run))).toEqual(refusal)
  expect(await allOf(other)).toEqual(refusal === undefined ? await allOf(one) : before)
  return refusal === undefined ? 'done' : 'refused'
}

test('in one go is as one after the other, or nothing', async () => {
  const outcomes = { done: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(part(), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      fc.constantFrom(undefined, ...people),
      fc.constantFrom(0, 5, 200, 1500),
      fc.boolean(),
      async (steps, isSupervisor, assigneeId, minutes, sieved) => {
        outcomes[await hold({ steps, by: isSupervisor ? supervisor : agent, assigneeId, minutes, sieved })]++
      },
    ),
    { numRuns: Number(process.env.LAW_RUNS ?? 60) },
  )
  // Of a law that never does anything nothing is learned.
  expect(outcomes.done).toBeGreaterThan(5)
  expect(outcomes.refused).toBeGreaterThan(5)
}, 120_000)

/** Chains that are hard to get by chance, and each of which was a way to be wrong. */
test.each([
  // Clocks that begin in one part are known to the next.
  ['clocks', ['ticket.progress', 'ticket.progress', 'ticket.reply', 'ticket.progress']],
  // A hand-over of the same transaction is the one that is gone back on.
  ['hand-overs', ['ticket.transfer', 'ticket.return', 'ticket.transfer', 'ticket.return']],
  // Somebody is found by what they have in hand, this ticket counted where it lies now.
  ['dispatch', ['ticket.pool', 'ticket.update', 'ticket.dispatch', 'ticket.note']],
  ['extension', ['ticket.requestExtension', 'ticket.grantExtension', 'ticket.requestExtension']],
  ['life', ['ticket.claim', 'ticket.await', 'ticket.reply', 'ticket.solve', 'ticket.reopen', 'ticket.solve']],
  ['customer', ['ticket.update', 'ticket.reply', 'ticket.note']],
])('a chain of %s', async (name, names) => {
  const inputs: Record<string, Record<string, unknown>> = {
    'ticket.progress': { body: '配件已发出' },
    'ticket.reply': { body: '您好' },
    'ticket.note': { body: '看一下' },
    'ticket.transfer': { assigneeId: people[2], reason: '退款' },
    'ticket.return': { reason: '不是我们的' },
    'ticket.requestExtension': { target: 'resolution', seconds: 3600, reason: '等配件' },
    'ticket.grantExtension': { target: 'resolution' },
    'ticket.solve': { result: '好了' },
    'ticket.reopen': { reason: '又坏了' },
    'ticket.update': { customerId: customers[0] },
  }
  const steps = names.map(verb =>
    verb === 'ticket.pool'
      ? { verb: 'ticket.assign', input: { departmentId: departments[0] } }
      : { verb, input: inputs[verb] ?? {} },
  )
  const assigneeId = name === 'life' ? undefined : people[0]
  expect(await hold({ steps, by: supervisor, assigneeId, minutes: 5, sieved: false })).toBe('done')
})

test('however many steps: one lock, one save', async () => {
  const note = { verb: 'ticket.note', input: { body: '看一下', mentionIds: [] } }
  const { version } = await t.desk.configuration.current()
  const statementsOf = async (steps: (typeof note)[]) => {
    const [ticketId, macroId] = [await open(undefined), await macroOf(steps)]
    const before = t.desk.statements()
    await t.does('macro.run', { macroId, ticketId }, { ...supervisor, seen: version })
    return t.desk.statements() - before
  }
  expect(await statementsOf([note, note, note, note, note])).toBe(await statementsOf([note]))
})
