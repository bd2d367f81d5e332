import path from 'node:path'
import type { VerbSent } from '@baton/contract'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { until } from '../../../test/until.ts'
import type { Caller } from '../../kernel/caller.ts'
import { createDesk, type OpenDesk } from '../../kernel/create.ts'
import { upkeep } from '../../kernel/upkeep.ts'
import { modules } from '../../modules.ts'
import { shippedRoles } from '../people/index.ts'
import { callerFor, callerForKey } from '../sessions/index.ts'
import { callersOf } from './callers.ts'

let t: TestDesk
let stop: () => Promise<void>
let after: string
let shop: string
const people: Record<'chief' | 'wang' | 'zhao', string> = { chief: '', wang: '', zhao: '' }
const as = (who: keyof typeof people): Promise<Caller> => callerFor(t.desk, people[who])

beforeAll(async () => {
  t = await testDesk()
  stop = t.desk.jobs.work(callersOf(t.desk))
  after = (await t.does('department.create', { name: '售后部', dispatch: 'claim' })).id
  shop = (await t.does('department.create', { name: '门店部', dispatch: 'claim' })).id
  const roles = new Map(shippedRoles.map(({ key, id }) => [key, id]))
  const made = async (employeeNo: string, name: string, role: 'supervisor' | 'handler', departmentId: string) =>
    (
      await t.does('agent.create', {
        employeeNo,
        name,
        roleIds: [roles.get(role) ?? ''],
        departmentIds: [departmentId],
      })
    ).id
  people.chief = await made('S1', '李主管', 'supervisor', after)
  people.wang = await made('H1', '王芳', 'handler', after)
  people.zhao = await made('H2', '赵强', 'handler', shop)
})
afterAll(async () => {
  await stop()
  await t.close()
})

const open = async (many: number, more: Partial<VerbSent<'ticket.open'>> = {}): Promise<string[]> => {
  const ids: string[] = []
  for (let n = 0; n < many; n++)
    ids.push((await t.does('ticket.open', { subject: `第 ${n + 1} 张`, departmentId: after, ...more })).id)
  return ids
}
const begin = async (input: VerbSent<'bulk.start'>, by: Caller): Promise<Answer> => {
  const job = await t.does('bulk.start', input, by)
  t.desk.jobs.wake()
  return job
}
/** Nobody works meanwhile. */
const atRest = async <T>(work: () => Promise<T>): Promise<T> => {
  await stop()
  const made = await work()
  stop = t.desk.jobs.work(callersOf(t.desk))
  return made
}
const job = (id: string) => t.asks('job.get', { id })
const over = async (id: string): Promise<Answer> => {
  t.desk.jobs.wake()
  await until(async () => (await job(id)).endedAt !== null, 15_000)
  return job(id)
}
const done = async (input: VerbSent<'bulk.start'>, by: Caller) => over((await begin(input, by)).id)
const undone = async (jobId: string, by: Caller) => over((await t.does('job.undo', { jobId }, by)).id)
const rows = async (jobId: string, caller = t.system): Promise<Answer[]> =>
  (await t.asks('job.rows', { jobId, limit: 200 }, caller)).items
const told = async (jobId: string, caller = t.system) =>
  (await rows(jobId, caller)).map(({ state, code }) => (code ? `${state} ${code}` : state))
const ticket = (id: string) => t.asks('ticket.get', { id })
const all = (ids: readonly string[]) => Promise.all(ids.map(ticket))

test('hands fifty tickets to another department at once, and each says so in its timeline', async () => {
  const ids = await open(50)
  const chief = await as('chief')
  const input = { departmentId: shop, reason: '归门店处理' }
  const began = await begin({ verb: 'ticket.transfer', input, ticketIds: ids }, chief)
  expect(began).toMatchObject({
    kind: 'bulk',
    name: '转办',
    verb: 'ticket.transfer',
    total: 50,
    by: { name: '李主管' },
  })
  const ended = await over(began.id)
  expect(ended).toMatchObject({ state: 'done', total: 50, done: 50, ok: 50, failed: 0, skipped: 0, undoable: true })
  expect(new Set((await all(ids)).map(({ departmentId }) => departmentId))).toEqual(new Set([shop]))
  const { items } = await t.asks('ticket.timeline', { id: ids[7] })
  expect(items[0]).toMatchObject({
    type: 'ticket.transferred',
    actor: { kind: 'person', name: '李主管' },
    jobId: began.id,
    text: '李主管 把工单转给 门店部：归门店处理（批量操作）',
  })
  expect(items.at(-1)).not.toHaveProperty('jobId')
  const shown = await rows(began.id)
  expect(shown.map(({ ticketId, n }) => [n, ticketId])).toEqual(ids.map((id, n) => [n, id]))
  expect(shown[3]).toMatchObject({
    subject: '第 4 张',
    number: (await ticket(ids[3] ?? '')).number,
    state: 'ok',
    code: null,
  })
})

test('says of each row what became of it: not granted, in no state for it, gone, wrong, unchanged', async () => {
  const [mine, theirs, solved, taken] = await open(4)
  await t.does('ticket.transfer', { ticketId: theirs ?? '', departmentId: shop, reason: '转' })
  await t.does('ticket.solve', { ticketId: solved ?? '', result: '好了' })
  await t.does('ticket.update', { ticketId: taken ?? '', urgency: 'urgent' })
  const nowhere = '018f0000-0000-7000-8000-000000000001'
  const wang = await as('wang')
  const ticketIds = [mine, theirs, solved, nowhere, taken].map(String)
  const paused = await done({ verb: 'ticket.pause', input: { reason: '等货' }, ticketIds }, await as('chief'))
  expect(paused).toMatchObject({ ok: 3, failed: 2 })
  expect(await told(paused.id)).toEqual(['ok', 'ok', 'failed ticket.notFrom', 'failed not_found', 'ok'])
  const resumed = await done({ verb: 'ticket.resume', ticketIds }, await as('chief'))
  expect(await told(resumed.id)).toEqual(['ok', 'ok', 'failed ticket.notFrom', 'failed not_found', 'ok'])

  const updated = await done({ verb: 'ticket.update', input: { urgency: 'urgent' }, ticketIds }, wang)
  expect(updated).toMatchObject({ ok: 2, failed: 2, skipped: 1, name: '修改工单（紧急程度）' })
  const why = (await rows(updated.id, wang)).map(({ state, code, detail, number }) => [
    state,
    code,
    detail,
    number === null,
  ])
  expect(why).toEqual([
    ['ok', null, null, false],
    // What a handler does not see does not exist for them, and has neither number nor subject.
    ['failed', 'not_found', '没有找到，或您无权查看', true],
    ['ok', null, null, false],
    ['failed', 'not_found', '没有找到，或您无权查看', true],
    ['skipped', 'job.unchanged', '原本就是这样，没有改动', false],
  ])
  const english = await t.asks('job.rows', { jobId: paused.id, state: 'failed' }, { ...t.system, locale: 'en' })
  expect(english.items.map(({ detail }: Answer) => detail)).toEqual(
    ['The ticket is “solved”, which does not allow this', 'Not found, or you may not see it'].map(() =>
      expect.stringMatching(/^[\x20-\x7e“”]+$/),
    ),
  )
  const assigned = await done(
    { verb: 'ticket.assign', input: { departmentId: after, assigneeId: people.zhao }, ticketIds: [String(mine)] },
    await as('chief'),
  )
  expect((await rows(assigned.id))[0]).toMatchObject({
    state: 'failed',
    code: 'invalid',
    fields: [{ path: 'assigneeId', code: 'notMember', detail: '该人员不属于所选部门' }],
  })
})

test('takes all that a view, a condition and words choose, but for some, as the caller’s own list shows them', async () => {
  const tag = '批量选择'
  const ids = await open(30, { tags: [tag] })
  await open(3, { tags: [tag], departmentId: shop })
  await t.does('ticket.solve', { ticketId: ids[0] ?? '', result: '好了' })
  const wang = await as('wang')
  const where = { field: 'tags', op: 'contains', value: tag }
  const listed = await t.asks('ticket.list', { view: 'public.open', where, limit: 200 }, wang)
  expect(listed.items).toHaveLength(29)
  const ended = await done(
    { verb: 'ticket.update', input: { addTags: ['已查'] }, view: 'public.open', where, exceptIds: ids.slice(1, 3) },
    wang,
  )
  expect(ended).toMatchObject({ state: 'done', total: 27, ok: 27 })
  const found = await t.asks('ticket.list', { where: { field: 'tags', op: 'contains', value: '已查' }, limit: 200 })
  expect(found.items.map(({ id }: Answer) => id).sort()).toEqual(ids.slice(3).sort())
  expect(found.items[0].tags).toEqual([tag, '已查'])
  await t.drained()
  const byWords = await done(
    { verb: 'ticket.update', input: { removeTags: ['已查'] }, text: '标签:已查 状态:未结' },
    wang,
  )
  expect(byWords).toMatchObject({ total: 27, ok: 27 })
  await t.drained()
  const none = await done({ verb: 'ticket.update', input: { removeTags: ['已查'] }, text: '标签:已查' }, wang)
  expect(none).toMatchObject({ state: 'done', total: 0, undoable: false })
})

test('a view of somebody else’s, and one whose words mean nothing any more', async () => {
  const own = await t.does('view.create', { name: '我的', text: '部门:门店部' }, await as('chief'))
  await expect(t.does('bulk.start', { verb: 'ticket.claim', view: own.id }, await as('wang'))).rejects.toMatchObject({
    status: 404,
  })
  const began = await atRest(async () => {
    const begun = await t.does('bulk.start', { verb: 'ticket.claim', view: own.id }, await as('chief'))
    await t.does('department.update', { departmentId: shop, name: '门店服务部' })
    return begun
  })
  const ended = await over(began.id)
  expect(ended).toMatchObject({ state: 'failed', code: 'search.value', total: 0, undoable: false, allowed: [] })
  expect(ended.detail).toBe('没有名为“门店部”的部门')
  await t.does('department.update', { departmentId: shop, name: '门店部' })
})

test('a macro is run on each, all of its steps or none', async () => {
  const ids = await open(3)
  const chief = await as('chief')
  const macro = await t.does(
    'macro.create',
    {
      name: '批量宏',
      steps: [
        { verb: 'ticket.update', input: { addTags: ['宏'] } },
        { verb: 'ticket.resume', input: {} },
      ],
    },
    chief,
  )
  await t.does('ticket.pause', { ticketId: ids[1] ?? '', reason: '等配件' }, chief)
  const ended = await done({ verb: 'macro.run', input: { macroId: macro.id }, ticketIds: ids }, chief)
  expect(ended).toMatchObject({ state: 'done', ok: 1, failed: 2, name: '执行宏' })
  expect((await all(ids)).map(({ tags }) => tags)).toEqual([[], ['宏'], []])
  await expect(t.does('bulk.start', { verb: 'macro.run', input: {}, ticketIds: ids }, chief)).rejects.toMatchObject({
    fields: [{ path: 'input.macroId' }],
  })
})

test('stops when it is cancelled; what is done stays done', async () => {
  const ids = await open(120)
  const chief = await as('chief')
  const began = await begin({ verb: 'ticket.note', input: { body: '请今天处理' }, ticketIds: ids }, chief)
  await until(async () => (await job(began.id)).state !== 'gathering')
  const cancelled = await t.does('job.cancel', { jobId: began.id }, chief)
  expect(cancelled).toMatchObject({ state: 'cancelled', allowed: [] })
  // What was in hand is over when another job has had its turn.
  await done({ verb: 'ticket.note', input: { body: '之后' }, ticketIds: ids.slice(-1) }, chief)
  const ended = await job(began.id)
  expect(ended.done).toBeLessThanOrEqual(cancelled.done + 50)
  expect(ended.done).toBeLessThan(120)
  const shown = await rows(began.id)
  expect(shown.filter(({ state }) => state === 'ok')).toHaveLength(ended.ok)
  expect(shown.filter(({ code }) => code === 'job.cancelled')).toHaveLength(120 - ended.done)
  const left = await t.asks('job.rows', { jobId: began.id, state: 'skipped', limit: 200 })
  expect(left.items).toHaveLength(120 - ended.done)
  const counts = (await all(ids.slice(0, -1))).map(({ messageCount }) => messageCount)
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(ended.ok)
  await expect(t.does('job.cancel', { jobId: ended.id }, await as('wang'))).rejects.toMatchObject({ status: 404 })
  const another = await done({ verb: 'ticket.note', input: { body: 'x' }, ticketIds: ids.slice(0, 1) }, chief)
  await expect(t.does('job.cancel', { jobId: another.id }, chief)).rejects.toMatchObject({ code: 'job.over' })
})

describe('undo', () => {
  let ids: string[]
  let chief: Caller
  beforeEach(async () => {
    ids = await open(3)
    chief = await as('chief')
  })
  const begun = (verb: string, input: Record<string, unknown> = {}) => done({ verb, input, ticketIds: ids }, chief)

  test('goes back to the values before', async () => {
    const category = await t.does('category.create', { name: `分类${ids[0]?.slice(-6)}` })
    await t.does('ticket.update', {
      ticketId: ids[0] ?? '',
      tags: ['旧'],
      urgency: 'critical',
      fields: { orderNo: 'A1' },
    })
    const before = await all(ids)
    const updated = await begun('ticket.update', {
      subject: '统一标题',
      urgency: 'urgent',
      requestType: 'complaint',
      category: category.id,
      tags: ['新'],
      fields: { orderNo: 'B2', productModel: '红' },
    })
    expect(updated).toMatchObject({ ok: 3, allowed: ['job.undo'] })
    expect((await all(ids)).map(({ subject, tags, category: path }) => [subject, tags, path])).toEqual(
      ids.map(() => ['统一标题', ['新'], category.path]),
    )
    const back = await undone(updated.id, chief)
    expect(back).toMatchObject({ kind: 'undo', undoOf: updated.id, state: 'done', ok: 3, undoable: false })
    expect(back.name).toBe('撤销：修改工单（标题、紧急程度、请求类型、分类、标签、字段）')
    const said = ({ subject, urgency, requestType, categoryId, tags, fields }: Answer) => ({
      subject,
      urgency,
      requestType,
      categoryId,
      tags,
      lot: fields.orderNo ?? null,
      colour: fields.productModel ?? null,
    })
    expect((await all(ids)).map(said)).toEqual(before.map(said))
    expect(await told(updated.id)).toEqual(['undone', 'undone', 'undone'])
    expect(await job(updated.id)).toMatchObject({ undone: 3, undoable: false, allowed: [] })
    await expect(t.does('job.undo', { jobId: updated.id }, chief)).rejects.toMatchObject({ code: 'job.nothingToUndo' })
  })

  test.each([
    ['ticket.transfer', { departmentId: undefined, assigneeId: undefined, reason: '转' }],
    ['ticket.assign', { assigneeId: undefined }],
  ])('of %s gives back to the holder before, a person or a pool', async (verb, given) => {
    await t.does('ticket.assign', { ticketId: ids[0] ?? '', assigneeId: people.wang })
    const input = { ...('reason' in given && { departmentId: shop, reason: given.reason }), assigneeId: people.zhao }
    const handed = await begun(verb, input)
    expect(handed).toMatchObject({ ok: 3 })
    await undone(handed.id, chief)
    expect((await all(ids)).map(({ departmentId, assigneeId }) => [departmentId, assigneeId])).toEqual([
      [after, people.wang],
      [after, null],
      [after, null],
    ])
  })

  test.each([
    ['ticket.claim', {}, { status: 'new', assigneeId: null }],
    ['ticket.pause', { reason: '等货' }, { runState: 'running' }],
    ['ticket.solve', { result: '好了' }, { status: 'new' }],
    ['ticket.close', {}, { status: 'new' }],
  ])('of %s', async (verb, input, stands) => {
    const began = await begun(verb, input)
    expect(began).toMatchObject({ ok: 3, undoable: true })
    expect(await undone(began.id, chief)).toMatchObject({ ok: 3, failed: 0 })
    for (const shown of await all(ids)) expect(shown).toMatchObject(stands)
  })

  test('leaves alone what somebody has changed since, and says so', async () => {
    const updated = await begun('ticket.update', { urgency: 'urgent' })
    await t.does('ticket.note', { ticketId: ids[1] ?? '', body: '我在看' })
    const back = await undone(updated.id, chief)
    expect(await told(back.id)).toEqual(['ok', 'failed job.changedSince', 'ok'])
    expect((await all(ids)).map(({ urgency }) => urgency)).toEqual(['normal', 'urgent', 'normal'])
    expect(await told(updated.id)).toEqual(['undone', 'ok', 'undone'])
    // What could not be taken back may be tried again.
    expect(await job(updated.id)).toMatchObject({ undone: 2, undoable: true })
  })

  test.each([
    ['ticket.note', { body: '请处理' }],
    ['ticket.hold', { reason: '等' }],
    ['ticket.cancel', { reason: '撤回' }],
  ])('there is none of %s', async (verb, input) => {
    if (verb === 'ticket.hold') for (const ticketId of ids) await t.does('ticket.claim', { ticketId }, chief)
    const ended = await begun(verb, input)
    expect(ended).toMatchObject({ ok: 3, undoable: false, allowed: [] })
    await expect(t.does('job.undo', { jobId: ended.id }, chief)).rejects.toMatchObject({
      status: 409,
      code: 'job.noUndo',
    })
  })

  test('may no more than whoever undoes it', async () => {
    const handed = await done(
      { verb: 'ticket.transfer', input: { departmentId: shop, reason: '转' }, ticketIds: ids },
      await as('wang'),
    )
    expect(handed).toMatchObject({ ok: 3 })
    const back = await undone(handed.id, await as('wang'))
    expect(await told(back.id)).toEqual(['failed not_found', 'failed not_found', 'failed not_found'])
    expect(await undone(handed.id, chief)).toMatchObject({ ok: 3 })
  })
})

test('is tried again where it failed', async () => {
  const ids = await open(4)
  for (const ticketId of ids.slice(0, 2)) await t.does('ticket.solve', { ticketId, result: '好了' })
  const chief = await as('chief')
  const paused = await done({ verb: 'ticket.pause', input: { reason: '等货' }, ticketIds: ids }, chief)
  expect(paused).toMatchObject({ ok: 2, failed: 2, allowed: ['job.undo', 'job.retry'] })
  await t.does('ticket.reopen', { ticketId: ids[0] ?? '', reason: '没好' })
  const again = await over((await t.does('job.retry', { jobId: paused.id }, chief)).id)
  expect(again).toMatchObject({ kind: 'bulk', name: '暂停', total: 2, ok: 1, failed: 1 })
  expect((await rows(again.id)).map(({ ticketId }) => ticketId)).toEqual(ids.slice(0, 2))
  const fine = await done({ verb: 'ticket.resume', ticketIds: ids.slice(2) }, chief)
  await expect(t.does('job.retry', { jobId: fine.id }, chief)).rejects.toMatchObject({ code: 'job.nothingToRetry' })
  const back = await undone(again.id, chief)
  await expect(t.does('job.retry', { jobId: back.id }, chief)).rejects.toMatchObject({ code: 'job.noRetry' })
})

test('the same key starts one job', async () => {
  const [id] = await open(1)
  const chief = await as('chief')
  const input: VerbSent<'bulk.start'> = { verb: 'ticket.note', input: { body: '一次' }, ticketIds: [String(id)] }
  const [one, same] = await Promise.all(
    [1, 2].map(() => t.does('bulk.start', input, { caller: chief, idempotencyKey: 'k' })),
  )
  expect(same.id).toBe(one.id)
  await over(one.id)
  expect((await t.does('bulk.start', input, { caller: chief, idempotencyKey: 'k' })).id).toBe(one.id)
  expect((await ticket(String(id))).messageCount).toBe(1)
})

test('one’s own jobs are one’s own; who leads sees all', async () => {
  const [id] = await open(1)
  const wang = await as('wang')
  const began = await done({ verb: 'ticket.claim', ticketIds: [String(id)] }, wang)
  const ids = async (caller: Caller) =>
    (await t.asks('job.list', { limit: 200 }, caller)).items.map((one: Answer) => one.id)
  expect((await ids(wang))[0]).toBe(began.id)
  expect(await ids(await as('chief'))).toContain(began.id)
  const zhao = await as('zhao')
  expect(await ids(zhao)).toEqual([])
  for (const ask of [
    () => t.asks('job.get', { id: began.id }, zhao),
    () => t.asks('job.rows', { jobId: began.id }, zhao),
  ])
    await expect(ask()).rejects.toMatchObject({ status: 404 })
  expect((await t.asks('job.list', { open: true })).items).toEqual([])
  const page = await t.asks('job.list', { limit: 1 })
  const next = await t.asks('job.list', { limit: 1, cursor: page.nextCursor })
  expect(next.items[0].createdAt <= page.items[0].createdAt && next.items[0].id !== page.items[0].id).toBe(true)
})

test('a grant that is lost, a person who has left and a key that is revoked fail the rows that remain', async () => {
  const ids = await open(2)
  const grants = { 'ticket.get': true, 'ticket.note': true, 'bulk.start': true } as const
  const { 'ticket.note': _, ...fewer } = grants
  const roleId = (await t.does('role.create', { name: '批量', grants })).id
  const agentId = (await t.does('agent.create', { employeeNo: 'X1', name: '临时', roleIds: [roleId] })).id
  const administrator = shippedRoles.find(role => role.key === 'administrator')?.id ?? ''
  const owner = (await t.does('agent.create', { employeeNo: 'A9', name: '周管理', roleIds: [administrator] })).id
  const key = await t.does('apiKey.create', { name: '脚本', grants }, await callerFor(t.desk, owner))
  const byKey = await callerForKey(t.desk, key.id)
  const note = { verb: 'ticket.note', input: { body: 'x' }, ticketIds: ids }
  const fails = async (caller: Caller | undefined, then: () => Promise<unknown>, codes: string) => {
    if (!caller) throw new Error('nobody')
    const began = await atRest(async () => {
      const begun = await t.does('bulk.start', note, caller)
      await then()
      return begun
    })
    await over(began.id)
    expect(await told(began.id)).toEqual([codes, codes])
  }
  const temp = await callerFor(t.desk, agentId)
  await fails(temp, () => t.does('role.update', { roleId, grants: fewer }), 'failed forbidden')
  await fails(temp, () => t.does('role.update', { roleId, grants }), 'ok')
  const many = await open(200)
  const long = await begin({ ...note, ticketIds: many }, temp)
  await until(async () => (await job(long.id)).done > 0)
  await t.does('agent.disable', { agentId })
  const ended = await over(long.id)
  expect(ended).toMatchObject({ state: 'done', done: 200 })
  expect(ended.failed).toBeGreaterThan(0)
  const codes = new Set(await told(long.id))
  expect(codes).toEqual(new Set(['ok', 'failed job.nobody']))
  await fails(byKey, async () => undefined, 'ok')
  const { items } = await t.asks('ticket.timeline', { id: ids[0] })
  expect(items[0].actor).toMatchObject({ kind: 'key', name: '脚本 (周管理)' })
  // Nobody is there to say which tickets they are.
  const late = await atRest(async () => {
    const begun = await t.does('bulk.start', note, byKey)
    await t.does('apiKey.revoke', { apiKeyId: key.id })
    return begun
  })
  expect(await over(late.id)).toMatchObject({ state: 'failed', code: 'job.nobody', done: 0 })
})

describe('side by side', () => {
  let other: OpenDesk
  let stopOther: () => Promise<void>
  beforeAll(async () => {
    other = await createDesk({
      config: t.desk.config,
      connection: t.desk.connection,
      modules,
      filesFolder: path.join(t.desk.config.dataDir, 'files'),
      log: pino({ level: 'silent' }),
      clock: t.now,
    })
    stopOther = other.jobs.work(callersOf(other))
  })
  afterAll(async () => {
    await stopOther()
    await other.close()
  })

  test('two workers share a job, and do no row twice', async () => {
    const ids = await open(400)
    const before = other.statements()
    const began = await begin({ verb: 'ticket.note', input: { body: '一次' }, ticketIds: ids }, await as('chief'))
    await until(async () => (await job(began.id)).done > 0)
    other.jobs.wake()
    const ended = await over(began.id)
    expect(ended).toMatchObject({ total: 400, done: 400, ok: 400 })
    expect((await all(ids)).every(({ messageCount }) => messageCount === 1)).toBe(true)
    // It had its part in it.
    expect(other.statements() - before).toBeGreaterThan(300)
  }, 60_000)

  test('jobs take turns: a small one does not wait for a large one', async () => {
    const ids = await open(300)
    const [one] = await open(1)
    const large = await begin({ verb: 'ticket.note', input: { body: '多' }, ticketIds: ids }, await as('chief'))
    await until(async () => (await job(large.id)).done > 0)
    const small = await done({ verb: 'ticket.note', input: { body: '少' }, ticketIds: [String(one)] }, await as('wang'))
    expect((await job(large.id)).done).toBeLessThan(300)
    expect(small.ok).toBe(1)
    await over(large.id)
  }, 60_000)
})

test.each<[string, object, string, string]>([
  ['no such verb', { verb: 'ticket.teleport', ticketIds: ['x'] }, 'verb', 'choice'],
  ['a verb on no ticket', { verb: 'agent.disable' }, 'verb', 'choice'],
  ['a verb of the machinery', { verb: 'ticket.tick' }, 'verb', 'choice'],
  ['opening', { verb: 'ticket.open' }, 'verb', 'choice'],
  ['no tickets', { verb: 'ticket.claim' }, 'ticketIds', 'one.needed'],
  ['none named', { verb: 'ticket.claim', ticketIds: [] }, 'ticketIds', 'too_small'],
  [
    'named and chosen',
    { verb: 'ticket.claim', ticketIds: [crypto.randomUUID()], view: 'public.all' },
    'ticketIds',
    'bulk.both',
  ],
  [
    'exceptions from named ones',
    { verb: 'ticket.claim', ticketIds: [crypto.randomUUID()], exceptIds: [crypto.randomUUID()] },
    'exceptIds',
    'bulk.both',
  ],
  ['what the verb needs', { verb: 'ticket.transfer', view: 'public.all' }, 'input.reason', 'required'],
  [
    'what it does not know',
    { verb: 'ticket.claim', input: { why: 1 }, view: 'public.all' },
    'input.why',
    'unknown_field',
  ],
  [
    'of the wrong kind',
    { verb: 'ticket.update', input: { urgency: 'soon' }, view: 'public.all' },
    'input.urgency',
    'choice',
  ],
  [
    'a ticket in the input',
    { verb: 'ticket.claim', input: { ticketId: crypto.randomUUID() }, view: 'public.all' },
    'input.ticketId',
    'bulk.one',
  ],
  [
    'a version for all',
    { verb: 'ticket.close', input: { version: 3 }, view: 'public.all' },
    'input.version',
    'bulk.one',
  ],
  [
    'files for all',
    { verb: 'ticket.note', input: { body: 'x', attachmentIds: [crypto.randomUUID()] }, view: 'public.all' },
    'input.attachmentIds',
    'bulk.files',
  ],
  [
    'a condition on no field',
    { verb: 'ticket.claim', where: { field: 'weather', op: 'is', value: 'x' } },
    'where.field',
    'condition.unknownField',
  ],
  ['words that mean nothing', { verb: 'ticket.claim', text: '部门:不存在' }, 'text', 'search.value'],
])('is refused at once: %s', async (_, sent, at, code) => {
  const begun = await t.asks('job.list', { limit: 1 })
  await expect(t.does('bulk.start', sent as never, await as('chief'))).rejects.toMatchObject({
    status: 422,
    fields: expect.arrayContaining([
      expect.objectContaining({
        path: expect.stringContaining(at),
        code: at === 'where.field' ? expect.any(String) : code,
      }),
    ]),
  })
  expect((await t.asks('job.list', { limit: 1 })).items[0].id).toBe(begun.items[0].id)
})

test('a verb that one is not granted at all is refused at once', async () => {
  await expect(
    t.does('bulk.start', { verb: 'ticket.forceEnd', input: { reason: 'x' }, view: 'public.all' }, await as('wang')),
  ).rejects.toMatchObject({ status: 403, params: { verb: 'ticket.forceEnd' } })
})

test('jobs are forgotten a month after they are over, with all that was known of their rows', async () => {
  const ids = await open(2)
  const before = await done({ verb: 'ticket.claim', ticketIds: ids }, await as('chief'))
  await undone(before.id, await as('chief'))
  t.turn(29 * 86_400_000)
  await upkeep(t.desk)
  expect(await job(before.id)).toMatchObject({ ok: 2 })
  t.turn(2 * 86_400_000)
  await upkeep(t.desk)
  await upkeep(t.desk)
  expect((await t.asks('job.list', {})).items).toEqual([])
  expect(await t.desk.db.selectFrom('job_rows').select('n').execute()).toEqual([])
})
