import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { shippedRoles } from '../src/records/people/index.ts'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'

/** 工单自己找到人:按分类到部门,按技能、在线、工作量到人;满了找同级部门,再找默认部门;没有人就留在待领取,说清为什么。 */
let t: TestDesk
const departments: Record<string, string> = {}
const people: Record<string, string> = {}

beforeAll(async () => {
  t = await testDesk()
  const roof = (await t.does('department.create', { name: '客服中心' })).id
  for (const name of ['售后部', '技术部', '总台'])
    departments[name] = (await t.does('department.create', { name, ...(name !== '总台' && { parentId: roof }) })).id
  departments.抢单部 = (await t.does('department.create', { name: '抢单部', parentId: roof, dispatch: 'claim' })).id
  await t.does('settings.update', { defaultDepartmentId: departments.总台 as string })
  await t.does('category.create', { name: '售后', departmentId: departments.售后部 as string })
  const { id } = await t.does('category.create', {
    name: '退款',
    parentId: (await t.asks('category.list', {})).items[0].id,
    departmentId: departments.售后部 as string,
    skills: ['退款'],
  })
  await t.does('category.create', { name: '跨境', parentId: id, departmentId: departments.售后部 as string })
  await t.does('category.create', { name: '技术', departmentId: departments.技术部 as string })
  await t.does('category.create', { name: '自取', departmentId: departments.抢单部 as string })
  const roleIds = shippedRoles.filter(({ key }) => key === 'agent').map(role => role.id)
  for (const [name, department, skills] of [
    ['王芳', '售后部', []],
    ['李雷', '售后部', ['退款']],
    ['赵敏', '技术部', []],
    ['周总', '总台', ['退款']],
    ['钱多', '抢单部', []],
  ] as const) {
    people[name] = (
      await t.does('agent.create', {
        employeeNo: `CS${Object.keys(people).length}1`,
        name,
        departmentIds: [departments[department] as string],
        roleIds,
        skills: [...skills],
        capacity: 2,
      })
    ).id
  }
})
afterAll(() => t.close())

beforeEach(async () => {
  for (const name of Object.keys(people)) await is(name, 'offline')
  const { items } = await t.asks('ticket.list', { where: { field: 'open', op: 'is', value: true }, limit: 200 })
  for (const { id } of items) await t.does('ticket.cancel', { ticketId: id, reason: '下一场' })
  await t.drained()
})

const is = (name: string, state: 'ready' | 'break' | 'offline') =>
  t.does('agent.setPresence', { agentId: people[name] as string, state })
const opens = async (category: string, more: object = {}): Promise<string> => {
  t.turn(1000)
  return (await t.does('ticket.open', { subject: `${category}的事`, body: '请处理', category, ...more })).id
}
const stands = async (id: string): Promise<Answer> => {
  await t.drained()
  return t.asks('ticket.get', { id })
}
const lastHandover = async (id: string): Promise<Answer> => (await t.asks('ticket.handovers', { id })).items.at(-1)

test('to the ready person of the category’s department with the least in hand, and it says why', async () => {
  await is('王芳', 'ready')
  await is('李雷', 'ready')
  const first = await stands(await opens('售后'))
  expect(first).toMatchObject({ status: 'assigned', department: { name: '售后部' } })
  const second = await stands(await opens('售后'))
  expect(new Set([first.assignee.name, second.assignee.name])).toEqual(new Set(['王芳', '李雷']))
  const { mode, decision } = await lastHandover(second.id)
  expect(mode).toBe('auto')
  expect(decision).toMatchObject({
    chosen: { agentId: second.assigneeId, step: 'department', load: 0, capacity: 2 },
    rejected: [{ agentId: first.assigneeId, why: 'busier', load: 1 }],
    counts: { busier: 1 },
  })
  const { items } = await t.asks('ticket.timeline', { id: second.id })
  expect(items[0]).toMatchObject({ type: 'ticket.assigned', verb: 'ticket.dispatch', actor: { kind: 'system' } })
})

test('a skill that the category asks for, its own or that of the one above', async () => {
  await is('王芳', 'ready')
  await is('李雷', 'ready')
  for (const category of ['售后-退款', '售后-退款-跨境']) {
    const ticket = await stands(await opens(category))
    expect(ticket.assignee.name).toBe('李雷')
    expect((await lastHandover(ticket.id)).decision).toMatchObject({
      skills: ['退款'],
      rejected: [{ agentId: people.王芳, why: 'skill' }],
    })
  }
})

test('all full: beside, then the default department, then the pool, where it is told once and goes on as soon as a hand is free', async () => {
  for (const name of ['李雷', '赵敏', '周总', '钱多']) await is(name, 'ready')
  const ids = []
  for (let n = 0; n < 7; n++) ids.push(await opens('售后'))
  const tickets = []
  for (const id of ids) tickets.push(await stands(id))
  expect(tickets.map(({ assignee }) => assignee?.name ?? null)).toEqual([
    '李雷',
    '李雷',
    '赵敏',
    '赵敏',
    '周总',
    '周总',
    null,
  ])
  expect(tickets.map(({ department }) => department.name)).toEqual([
    '售后部',
    '售后部',
    '技术部',
    '技术部',
    '总台',
    '总台',
    '售后部',
  ])
  const waiting = tickets[6]
  const told = async () => {
    const { items } = await t.asks('ticket.timeline', { id: waiting.id })
    return items.filter(({ type }: Answer) => type === 'ticket.undispatched')
  }
  const [event] = await told()
  expect(event.text).toBe('售后部暂无可派人员，工单留在待领取')
  expect(event.payload.decision).toMatchObject({ chosen: null, counts: { full: 3, offline: 1 } })
  expect(await t.asks('ticket.candidates', { id: waiting.id })).toMatchObject({ chosen: null, counts: { full: 3 } })
  await is('赵敏', 'break')
  await stands(waiting.id)
  expect(await told()).toHaveLength(1)
  await t.does('ticket.solve', { ticketId: ids[0] as string, result: '好了' })
  expect(await stands(waiting.id)).toMatchObject({ status: 'assigned', assignee: { name: '李雷' } })
})

test('while everybody of the department is signed out it waits for them, and they get the most urgent first', async () => {
  await is('赵敏', 'ready')
  await is('周总', 'ready')
  const normal = await opens('售后')
  const older = await opens('售后')
  const urgent = await opens('售后', { urgency: 'urgent' })
  expect(await stands(urgent)).toMatchObject({ status: 'new', department: { name: '售后部' } })
  await is('王芳', 'ready')
  expect((await stands(urgent)).assignee.name).toBe('王芳')
  expect((await stands(normal)).assignee.name).toBe('王芳')
  // Then she is full, and those who are there help.
  expect((await stands(older)).assignee.name).toBe('赵敏')
})

test('who asks the customer back has a hand free for the next', async () => {
  await is('王芳', 'ready')
  const [first, , third] = [await opens('售后'), await opens('售后'), await opens('售后')]
  expect((await stands(third)).assignee).toBeNull()
  await t.does('ticket.reply', { ticketId: first, body: '请问型号？', thenStatus: 'pending_customer' })
  expect((await stands(third)).assignee.name).toBe('王芳')
})

test('where members claim nothing is given out, but by hand', async () => {
  await is('钱多', 'ready')
  await is('周总', 'ready')
  const id = await opens('自取')
  expect(await stands(id)).toMatchObject({ status: 'new', assignee: null })
  expect(await t.does('ticket.dispatch', { ticketId: id })).toMatchObject({ assignee: { name: '钱多' } })
  expect((await lastHandover(id)).decision.chosen.agentId).toBe(people.钱多)
  await t.does('department.update', { departmentId: departments.抢单部 as string, dispatch: 'auto' })
  expect((await stands(await opens('自取'))).assignee.name).toBe('钱多')
  await t.does('department.update', { departmentId: departments.抢单部 as string, dispatch: 'claim' })
})

test('whoever answers no more gives back what they had, and others get it', async () => {
  await is('王芳', 'ready')
  const id = await opens('售后')
  expect((await stands(id)).assignee.name).toBe('王芳')
  await is('李雷', 'ready')
  await t.does('ticket.assign', { ticketId: id, departmentId: departments.售后部 as string })
  await is('王芳', 'offline')
  expect((await stands(id)).assignee.name).toMatch(/王芳|李雷/)
})

test('what an unhappy customer takes up again after its holder has left is given to somebody else, or taken', async () => {
  for (const [round, next] of [
    ['given', '李雷'],
    ['taken', '钱多'],
  ] as const) {
    const leaver = await t.does('agent.create', {
      employeeNo: `LV-${round}`,
      name: `离职者 ${round}`,
      departmentIds: [departments.售后部 as string],
    })
    const id = await opens('售后', { assigneeId: leaver.id })
    await t.does('ticket.solve', { ticketId: id, result: '已处理' })
    await t.does('agent.disable', { agentId: leaver.id, reason: '离职' })
    if (round === 'given') await is('李雷', 'ready')
    await t.does('ticket.followUp', { ticketId: id, reason: '客户不满意' })
    if (round === 'given') {
      expect(await stands(id)).toMatchObject({ status: 'assigned', assignee: { name: next } })
      expect(await lastHandover(id)).toMatchObject({ mode: 'auto', verb: 'ticket.dispatch' })
      await is('李雷', 'offline')
      continue
    }
    expect(await stands(id)).toMatchObject({ status: 'follow_up', assigneeId: null })
    const claimer = { ...t.system, actor: { kind: 'person' as const, id: people[next] as string, name: next } }
    const taken = await t.does('ticket.claim', { ticketId: id }, { ...claimer, me: { id: people[next] as string } })
    expect(taken).toMatchObject({ status: 'in_progress', assignee: { name: next } })
    await expect(
      t.does('ticket.claim', { ticketId: id }, { ...claimer, me: { id: people.李雷 as string } }),
    ).rejects.toMatchObject({ code: 'ticket.claimed' })
  }
})

test('of a crowd that nobody can take the first fifty are told of, each once, and what is given out is not', async () => {
  await is('王芳', 'ready')
  const ids = await Promise.all(Array.from({ length: 70 }, () => opens('售后')))
  await t.drained()
  const { rows } = await sql<{ topic_id: string; told: number }>`
    select topic_id, count(*)::int as told from events where type = 'ticket.undispatched' group by topic_id`.execute(
    t.desk.db,
  )
  const told = rows.filter(({ topic_id }) => ids.includes(topic_id))
  expect(told.every(row => row.told === 1)).toBe(true)
  const { items } = await t.asks('ticket.list', { where: { field: 'assigneeId', op: 'isNotEmpty' }, limit: 200 })
  const given = new Set(items.map(({ id }: Answer) => id))
  expect(given.size).toBeGreaterThan(1)
  expect(told.filter(({ topic_id }) => given.has(topic_id))).toEqual([])
  expect(told).toHaveLength(50)
})
