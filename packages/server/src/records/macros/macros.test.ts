import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { type TestHttp, testHttp } from '../../../test/http.ts'

let t: TestDesk
let http: TestHttp
let aftersales: string
let finance: string
let admin: { token: string }
const people: Record<string, { token: string; id: string }> = {}
const nobody = '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff'

beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
  admin = { token: await http.administrator() }
  aftersales = (await t.does('department.create', { name: '售后部' })).id
  finance = (await t.does('department.create', { name: '财务部' })).id
  const person = async (key: string, roles: string[], departmentIds: string[]) => {
    people[key] = await http.person({ employeeNo: key, roles, departmentIds })
  }
  await person('lead', ['supervisor'], [aftersales])
  await person('zhang', ['agent'], [aftersales])
  await person('li', ['agent'], [finance])
  await person('reviewer', ['reviewer'], [])
})
afterAll(() => t.close())

const by = (key: string) => ({ token: people[key]?.token ?? admin.token })
const post = (key: string, name: string, body: object) => http.post(name, body, by(key))
const does = async (key: string, name: string, body: object): Promise<Answer> => {
  const { status, body: answer } = await post(key, name, body)
  if (status !== 200) throw new Error(`${name} answered ${status} ${JSON.stringify(answer)}`)
  return answer
}
const names = async (key: string, input: object = {}): Promise<string[]> =>
  (await does(key, 'macro.list', input)).items.map(({ name }: Answer) => name)
const steps = [
  { verb: 'ticket.update', input: { urgency: 'urgent', tags: ['退款'] } },
  {
    verb: 'ticket.reply',
    input: { body: '{{customer.name|您}}{{customer.salutation}}您好，{{ticket.number}} 已受理。{{agent.name}}' },
  },
  { verb: 'ticket.transfer', input: { departmentId: '', reason: '退款请{{department.name}}转财务' } },
]
const refund = () =>
  steps.map(step =>
    step.verb === 'ticket.transfer' ? { ...step, input: { ...step.input, departmentId: finance } } : step,
  )
let made = 0
const macro = (key: string, given: object = {}): Promise<Answer> =>
  does(key, 'macro.create', { name: `宏 ${++made}`, steps: refund(), ...given })
const open = async (more: object = {}): Promise<Answer> =>
  t.does('ticket.open', {
    subject: '申请退款',
    body: '不想要了',
    departmentId: aftersales,
    assigneeId: people.zhang?.id,
    requester: { name: '李雷', salutation: 'mr', email: `c${Math.random()}@example.com` },
    ...more,
  })

test('does its steps in one go, each under its own name', async () => {
  const { id } = await macro('zhang', { name: '退款已受理', description: '转财务' })
  const ticket = await open()
  const ran = await does('zhang', 'macro.run', { macroId: id, ticketId: ticket.id, version: ticket.version })
  expect(ran).toMatchObject({
    urgency: 'urgent',
    tags: ['退款'],
    status: 'new',
    departmentId: finance,
    assigneeId: null,
    version: ticket.version + 1,
    lastWords: `李雷先生您好，${ticket.number} 已受理。zhang`,
  })
  const { items } = await does('zhang', 'ticket.timeline', { id: ticket.id })
  const told = items.filter(({ through, type }: Answer) => through && type.startsWith('ticket.')).toReversed()
  expect(told.map(({ type, verb, through, actor }: Answer) => [type, verb, through, actor.name])).toEqual(
    ['updated ticket.update', 'replied ticket.reply', 'transferred ticket.transfer'].map(one => {
      const [type, verb] = one.split(' ')
      return [`ticket.${type}`, verb, { verb: 'macro.run', id, name: '退款已受理' }, 'zhang']
    }),
  )
  expect(told.at(-1).payload.reason).toBe('退款请售后部转财务')
  const [events] = (
    await sql<{ n: number; xids: number }>`select count(*)::int as n, count(distinct xid)::int as xids from events
      where topic_id = ${ticket.id} and through is not null and type like 'ticket.%'`.execute(t.desk.db)
  ).rows
  expect(events).toEqual({ n: 3, xids: 1 })
  const [kept] = (await does('zhang', 'macro.list', {})).items
  expect(kept).toMatchObject({
    name: '退款已受理',
    usedCount: 1,
    usedLately: 1,
    usedAt: t.now().toISOString(),
    own: true,
  })
})

test('one step refused, nothing is done, and it says which', async () => {
  const { id } = await macro('zhang', {
    steps: [
      { verb: 'ticket.note', input: { body: '看一下' } },
      { verb: 'ticket.solve', input: { result: '好了' } },
      { verb: 'ticket.hold', input: { reason: '等' } },
    ],
  })
  const ticket = await open()
  const { status, body } = await post('zhang', 'macro.run', { macroId: id, ticketId: ticket.id })
  expect([status, body.code, body.step]).toEqual([409, 'ticket.notFrom', 3])
  expect(body.detail).toMatch(/^(第 3 步（挂起）|Step 3)/)
  expect(await t.asks('ticket.get', { id: ticket.id })).toMatchObject({ version: ticket.version, messageCount: 1 })
  expect((await does('zhang', 'macro.list', {})).items.find((one: Answer) => one.id === id).usedCount).toBe(0)
})

test('takes the caller’s own rights, at all and on the ticket as the earlier steps leave it', async () => {
  const { id } = await macro('lead', {
    audience: 'everyone',
    steps: [
      { verb: 'ticket.note', input: { body: '看一下' } },
      { verb: 'ticket.pause', input: { reason: '等' } },
    ],
  })
  const ticket = await open()
  const refused = await post('zhang', 'macro.run', { macroId: id, ticketId: ticket.id })
  expect([refused.status, refused.body.verb, refused.body.step]).toEqual([403, 'ticket.pause', 2])
  // Not offered, either.
  expect((await does('zhang', 'macro.list', { ticketId: ticket.id })).items.map((one: Answer) => one.id)).not.toContain(
    id,
  )
  expect((await does('lead', 'macro.run', { macroId: id, ticketId: ticket.id })).runState).toBe('paused')

  const away = await macro('zhang', {
    steps: [
      { verb: 'ticket.transfer', input: { departmentId: finance, reason: '退款' } },
      { verb: 'ticket.progress', input: { body: '已转' } },
    ],
  })
  const other = await open()
  const late = await post('zhang', 'macro.run', { macroId: away.id, ticketId: other.id })
  expect([late.status, late.body.verb, late.body.step]).toEqual([403, 'ticket.progress', 2])
  expect((await t.asks('ticket.get', { id: other.id })).departmentId).toBe(aftersales)
})

test('a stale version, a ticket one may not see, a macro that is not for it', async () => {
  const { id } = await macro('zhang', { where: { field: 'urgency', op: 'is', value: 'critical' } })
  const ticket = await open()
  const run = (body: object, key = 'zhang') => post(key, 'macro.run', { macroId: id, ticketId: ticket.id, ...body })
  expect((await run({ version: 99 })).body.code).toBe('macro.unfit')
  expect(await names('zhang', { ticketId: ticket.id })).not.toContain(`宏 ${made}`)
  const { version } = await t.does('ticket.update', { ticketId: ticket.id, urgency: 'critical' })
  expect(await names('zhang', { ticketId: ticket.id })).toContain(`宏 ${made}`)
  expect((await run({ version: version - 1 })).body).toMatchObject({ status: 409, code: 'conflict', version })
  expect((await run({ ticketId: nobody })).status).toBe(404)
  expect((await run({ macroId: nobody })).status).toBe(404)
  // Others’ own ones are nobody else’s.
  expect((await run({}, 'li')).status).toBe(404)
  expect((await run({}, 'lead')).status).toBe(404)
  expect((await run({ version })).status).toBe(200)
})

test('words are of the ticket as it is when it is locked', async () => {
  const { id } = await macro('zhang', { steps: [{ verb: 'ticket.note', input: { body: '{{ticket.subject}}' } }] })
  const ticket = await open()
  const other = await t.desk.pool.connect()
  await other.query('begin')
  await other.query('update tickets set subject = $2, version = version + 1 where id = $1', [ticket.id, '改过的标题'])
  const run = does('zhang', 'macro.run', { macroId: id, ticketId: ticket.id })
  const isWaiting = async () => {
    const { rows } = await t.desk.pool.query(
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    )
    return rows.length > 0
  }
  await expect.poll(isWaiting).toBe(true)
  await other.query('commit')
  other.release()
  await run
  const { items } = await t.asks('ticket.timeline', { id: ticket.id })
  expect(items[0].message.body).toBe('改过的标题')
})

test('many at once, handing to each other, never wait in a ring', async () => {
  const handing = (to: string) => [
    { verb: 'ticket.reply', input: { body: '您好' } },
    { verb: 'ticket.assign', input: { assigneeId: people[to]?.id } },
    { verb: 'ticket.note', input: { body: '请接着处理' } },
  ]
  const ways = [
    ['lead', (await macro('lead', { steps: handing('li') })).id],
    ['li', (await macro('li', { steps: handing('lead') })).id],
  ] as const
  const runs = await Promise.all(
    Array.from({ length: 24 }, async (_, n) => {
      const [key, macroId] = ways[n % 2] ?? ways[0]
      const ticket = await t.does('ticket.open', {
        subject: `第 ${n} 张`,
        departmentId: key === 'li' ? finance : aftersales,
      })
      return { key, macroId, ticketId: ticket.id }
    }),
  )
  const deadlocks = async () =>
    Number(
      (await t.desk.pool.query('select deadlocks from pg_stat_database where datname = current_database()')).rows[0]
        .deadlocks,
    )
  const before = await deadlocks()
  const answers = await Promise.all(
    runs.map(({ key, macroId, ticketId }) => post(key, 'macro.run', { macroId, ticketId })),
  )
  expect(answers.map(({ status }) => status)).toEqual(runs.map(() => 200))
  expect(await deadlocks()).toBe(before)
})

test('the same key does it once', async () => {
  const { id } = await macro('zhang', { steps: [{ verb: 'ticket.note', input: { body: '看一下' } }] })
  const ticket = await open()
  const run = () =>
    http.post(
      'macro.run',
      { macroId: id, ticketId: ticket.id },
      { ...by('zhang'), headers: { 'idempotency-key': 'k1' } },
    )
  const [one, two] = [await run(), await run()]
  expect([one.status, two.status]).toEqual([200, 200])
  expect(two.body.messageCount).toBe(2)
})

test('is one’s own, a department’s or everyone’s; published by whoever may', async () => {
  const own = await macro('zhang', { name: '我的' })
  expect(own).toMatchObject({
    own: true,
    audience: 'me',
    owner: { name: 'zhang' },
    allowed: ['macro.update', 'macro.archive', 'macro.run'],
  })
  expect((await post('zhang', 'macro.create', { name: 'x', steps: refund(), audience: 'everyone' })).status).toBe(403)
  expect((await post('zhang', 'macro.publish', { macroId: own.id, audience: 'everyone' })).status).toBe(403)
  expect((await post('lead', 'macro.publish', { macroId: own.id, audience: 'everyone' })).status).toBe(404)
  expect((await post('li', 'macro.update', { macroId: own.id, name: 'y' })).status).toBe(404)

  const theirs = await macro('lead', { name: '财务的', audience: 'departments', departmentIds: [finance, finance] })
  expect(theirs.departmentIds).toEqual([finance])
  expect(await names('li')).toContain('财务的')
  expect(await names('zhang')).not.toContain('财务的')
  // Whoever publishes looks after it, and does not use it.
  expect(await names('lead')).toContain('财务的')
  expect(theirs.allowed).toEqual(['macro.update', 'macro.archive', 'macro.publish'])
  expect((await post('li', 'macro.update', { macroId: theirs.id, name: 'y' })).status).toBe(403)
  expect((await post('li', 'macro.archive', { macroId: theirs.id })).status).toBe(403)
  const boss = await post('', 'macro.publish', { macroId: theirs.id, audience: 'me' })
  expect(boss.body.fields).toEqual([expect.objectContaining({ path: 'audience', code: 'audience.other' })])
  const mine = await does('lead', 'macro.publish', { macroId: theirs.id, audience: 'me' })
  expect(mine).toMatchObject({ audience: 'me', departmentIds: [], own: true })
  expect(await names('li')).not.toContain('财务的')
})

test('changed, archived, restored', async () => {
  const { id, version } = await macro('zhang', { name: '会改的' })
  const changed = await does('zhang', 'macro.update', { macroId: id, name: '改了', description: null, version })
  expect(changed).toMatchObject({ name: '改了', version: version + 1 })
  expect((await post('zhang', 'macro.update', { macroId: id, name: '又改', version })).body.code).toBe('conflict')
  expect((await does('zhang', 'macro.update', { macroId: id, name: '改了' })).version).toBe(version + 1)
  await does('zhang', 'macro.archive', { macroId: id })
  const ticket = await open()
  expect((await post('zhang', 'macro.run', { macroId: id, ticketId: ticket.id })).body.code).toBe('macro.archived')
  expect(await names('zhang')).not.toContain('改了')
  expect(await names('zhang', { archived: true })).toContain('改了')
  await macro('zhang', { name: '改了' })
  expect((await post('zhang', 'macro.restore', { macroId: id })).body.fields).toEqual([
    expect.objectContaining({ path: 'name', code: 'macro.name' }),
  ])
})

const note = (body: string) => ({ verb: 'ticket.note', input: { body } })
test.each([
  ['no step', { steps: [] }, 'steps', 'too_small'],
  ['too many', { steps: Array.from({ length: 21 }, () => note('x')) }, 'steps', 'too_big'],
  ['no verb', { steps: [{ verb: 'ticket.fly' }] }, 'steps.0.verb', 'macro.verb'],
  [
    'another’s verb',
    { steps: [note('x'), { verb: 'agent.disable', input: { agentId: nobody } }] },
    'steps.1.verb',
    'macro.verb',
  ],
  [
    'a channel’s verb',
    { steps: [{ verb: 'ticket.receive', input: { body: 'x', channel: 'email' } }] },
    'steps.0.verb',
    'macro.verb',
  ],
  ['itself', { steps: [{ verb: 'macro.run', input: { macroId: nobody } }] }, 'steps.0.verb', 'macro.verb'],
  ['an input that is missing', { steps: [{ verb: 'ticket.solve' }] }, 'steps.0.input.result', 'required'],
  [
    'an input too much',
    { steps: [{ verb: 'ticket.note', input: { body: 'x', wings: 2 } }] },
    'steps.0.input.wings',
    'unknown_field',
  ],
  [
    'a choice that is none',
    { steps: [{ verb: 'ticket.update', input: { urgency: '急' } }] },
    'steps.0.input.urgency',
    'choice',
  ],
  [
    'a strange department',
    { steps: [{ verb: 'ticket.transfer', input: { departmentId: nobody, reason: 'x' } }] },
    'steps.0.input.departmentId',
    'unknown_id',
  ],
  ['nobody to hand to', { steps: [{ verb: 'ticket.assign' }] }, 'steps.0.input.departmentId', 'one.needed'],
  [
    'a strange person',
    { steps: [{ verb: 'ticket.assign', input: { assigneeId: nobody } }] },
    'steps.0.input.assigneeId',
    'unknown_id',
  ],
  [
    'a strange category',
    { steps: [{ verb: 'ticket.update', input: { category: '月球' } }] },
    'steps.0.input.category',
    'category.unknown',
  ],
  [
    'a strange request type',
    { steps: [{ verb: 'ticket.update', input: { requestType: 'moon' } }] },
    'steps.0.input.requestType',
    'unknown_id',
  ],
  [
    'somebody strange to alert',
    { steps: [{ verb: 'ticket.alert', input: { to: ['managers', nobody] } }] },
    'steps.0.input.to.1',
    'unknown_id',
  ],
  [
    'a version',
    { steps: [{ verb: 'ticket.solve', input: { result: 'x', version: 3 } }] },
    'steps.0.input.version',
    'macro.momentary',
  ],
  [
    'a ticket',
    { steps: [{ verb: 'ticket.note', input: { body: 'x', ticketId: nobody } }] },
    'steps.0.input.ticketId',
    'macro.momentary',
  ],
  [
    'a file',
    { steps: [{ verb: 'ticket.note', input: { body: 'x', attachmentIds: [nobody] } }] },
    'steps.0.input.attachmentIds',
    'macro.momentary',
  ],
  [
    'an unknown placeholder',
    { steps: [note('x'), note('{{customer.nmae}}')] },
    'steps.1.input.body',
    'placeholder.unknown',
  ],
  ['a broken placeholder', { steps: [note('{{customer.name')] }, 'steps.0.input.body', 'placeholder.broken'],
  ['no name', { name: ' ' }, 'name', 'too_small'],
  ['a name that is there', { name: '退款已受理' }, 'name', 'macro.name'],
  ['a condition on nothing', { where: { field: 'mood', op: 'is', value: 'bad' } }, 'where.field', 'condition.field'],
  ['departments without any', { audience: 'departments' }, 'departmentIds', 'required'],
  ['a department that is none', { audience: 'departments', departmentIds: [nobody] }, 'departmentIds.0', 'unknown_id'],
])('%s is refused by its place', async (_, wrong, path, code) => {
  const key = 'audience' in wrong ? 'lead' : 'zhang'
  const { status, body } = await post(key, 'macro.create', {
    name: `错 ${Math.random()}`,
    steps: [note('x')],
    ...wrong,
  })
  expect([status, body.fields?.map((field: Answer) => [field.path, field.code])]).toEqual([422, [[path, code]]])
  expect(body.fields[0].detail).not.toBe(code)
})

test('Baton itself makes none of its own', async () => {
  await expect(t.does('macro.create', { name: 'x', steps: [note('x')] })).rejects.toMatchObject({
    fields: [expect.objectContaining({ path: 'audience', code: 'audience.nobody' })],
  })
})

test('what the words become is checked by the verb: its place is the step’s', async () => {
  const { id } = await macro('zhang', { steps: [note('x'), note('{{customer.company}}')] })
  const ticket = await open()
  const { status, body } = await post('zhang', 'macro.run', { macroId: id, ticketId: ticket.id })
  expect([status, body.fields]).toEqual([422, [expect.objectContaining({ path: 'steps.1.body', code: 'text.empty' })]])
})

test('a field that is hidden from the caller is never filled in', async () => {
  const role = await does('', 'role.create', {
    name: '看不到客户',
    grants: { 'ticket.get': true, 'ticket.note': true },
    fields: { customerId: 'hidden', dueAt: 'hidden' },
  })
  people.blind = await http.person({ employeeNo: 'blind', roleIds: [role.id], departmentIds: [aftersales] })
  const { id } = await macro('blind', { steps: [note('[{{customer.name|客户}}]{{ticket.dueAt}}{{ticket.subject}}')] })
  const ticket = await open()
  await does('blind', 'macro.run', { macroId: id, ticketId: ticket.id })
  const { items } = await t.asks('ticket.timeline', { id: ticket.id })
  expect(items[0].message.body).toBe('[客户]申请退款')
})

test('the rungs of a ladder have the same placeholders', async () => {
  const policy = await t.does('slaPolicy.create', {
    name: '有梯子',
    where: { field: 'tags', op: 'contains', value: '梯子' },
    targets: [
      {
        target: 'response',
        calendarId: null,
        seconds: { normal: 600, urgent: 600, critical: 600 },
        ladder: [
          {
            seconds: 60,
            verb: 'ticket.note',
            input: { body: '{{ticket.number}} {{customer.name}} {{agent.name|无人}}' },
          },
        ],
      },
    ],
  })
  await t.does('slaPolicy.update', { slaPolicyId: policy.id, position: 1 })
  const ticket = await open({ tags: ['梯子'] })
  t.turn(12 * 60_000)
  await t.sweep()
  await t.drained()
  const { items } = await t.asks('ticket.timeline', { id: ticket.id })
  const said = items.find(({ type }: Answer) => type === 'ticket.noted')
  expect(said.message.body).toBe(`${ticket.number} 李雷 zhang`)
  await expect(
    t.does('slaPolicy.update', {
      slaPolicyId: policy.id,
      targets: [{ ...policy.targets[0], ladder: [{ seconds: 60, verb: 'ticket.note', input: { body: '{{x}}' } }] }],
    }),
  ).rejects.toMatchObject({
    fields: [expect.objectContaining({ path: 'targets.0.ladder.0.input.body', code: 'placeholder.unknown' })],
  })
})
