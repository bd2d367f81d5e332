import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { directory, loadOf } from './index.ts'

let t: TestDesk
beforeAll(async () => {
  t = await testDesk()
})
afterAll(() => t.close())

let count = 0
const person = (more: object = {}): Promise<Answer> => {
  count += 1
  return t.does('agent.create', { employeeNo: `P${count}`, name: `人员${count}`, ...more })
}
const department = (name: string, more: object = {}): Promise<Answer> => t.does('department.create', { name, ...more })
const fieldsOf = (problem: Answer) => problem.fields
const wrong = (path: string, code: string) => ({ status: 422, fields: [{ path, code }] })
const departments = async (): Promise<Answer[]> => (await t.asks('department.list', { limit: 200 })).items

describe('people', () => {
  test('are created whole, and found by name and number', async () => {
    const home = await department('北京')
    const made = await t.does('agent.create', {
      employeeNo: 'CS-901',
      name: '欧阳娜娜',
      email: 'NaNa@Example.com',
      phone: '内线转 8888',
      extension: '8888',
      departmentIds: [home.id, home.id],
      skills: ['法语', '法语', '退款'],
      capacity: 3,
    })
    expect(made).toMatchObject({
      employeeNo: 'CS-901',
      status: 'active',
      departmentIds: [home.id],
      skills: ['法语', '退款'],
      capacity: 3,
      presence: 'offline',
      load: 0,
      version: 1,
    })
    for (const text of ['欧阳', 'cs-9', '９０１'])
      expect((await t.asks('agent.list', { text })).items).toMatchObject([{ id: made.id }])
    expect((await t.asks('agent.list', { departmentId: home.id })).items).toHaveLength(1)
    expect((await t.asks('agent.list', { text: '没有这个人' })).items).toEqual([])
  })

  test.each([
    ['the same number in other capitals', { employeeNo: 'ADMIN' }, 'employeeNo', 'taken'],
    [
      'an unknown department',
      { departmentIds: ['018f0000-0000-7000-8000-000000000001'] },
      'departmentIds.0',
      'unknown_id',
    ],
    ['an unknown role', { roleIds: ['018f0000-0000-7000-8000-000000000001'] }, 'roleIds.0', 'unknown_id'],
    ['a number with a space', { employeeNo: 'C S' }, 'employeeNo', 'format'],
    ['a name with a line break', { name: 'a\nb' }, 'name', 'text.control'],
    ['a name of a lone surrogate', { name: 'a\ud800' }, 'name', 'text.surrogate'],
    ['a mail address with a header', { email: 'a@b.c\r\nBcc: x@y.z' }, 'email', 'format'],
  ])('are refused: %s', async (_, input, path, code) => {
    const made = t.does('agent.create', { employeeNo: 'X1', name: '某人', ...input })
    await expect(made).rejects.toMatchObject({
      status: 422,
      fields: expect.arrayContaining([expect.objectContaining({ path, code })]),
    })
  })

  test('two at once with one number: one is', async () => {
    const both = await Promise.allSettled([person({ employeeNo: 'Twin' }), person({ employeeNo: 'TWIN' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: wrong('employeeNo', 'taken') })
  })

  test('change as told, by version, and say what changed', async () => {
    const made = await person({ email: 'a@example.com' })
    const changed = await t.does('agent.update', { agentId: made.id, name: '新名', email: null, version: 1 })
    expect(changed).toMatchObject({ name: '新名', email: null, version: 2 })
    await expect(t.does('agent.update', { agentId: made.id, name: '旧', version: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
    })
    expect(await t.does('agent.update', { agentId: made.id, name: '新名' })).toMatchObject({ version: 2 })
    const { rows } = await t.desk.pool.query(
      `select payload from events where subject_id = $1 and type = 'agent.updated'`,
      [made.id],
    )
    expect(rows).toEqual([
      {
        payload: {
          name: '新名',
          changes: [
            { field: 'name', from: made.name, to: '新名' },
            { field: 'email', from: 'a@example.com', to: null },
          ],
        },
      },
    ])
  })

  test('keep a department that was archived meanwhile, but get no archived one', async () => {
    const old = await department('旧部')
    const made = await person({ departmentIds: [old.id] })
    await t.does('agent.disable', { agentId: made.id })
    await t.does('department.archive', { departmentId: old.id })
    await t.does('agent.enable', { agentId: made.id })
    const kept = await t.does('agent.update', { agentId: made.id, departmentIds: [old.id], capacity: 2 })
    expect(kept).toMatchObject({ departmentIds: [old.id], capacity: 2 })
    await expect(person({ departmentIds: [old.id] })).rejects.toMatchObject(wrong('departmentIds.0', 'archived'))
  })

  test('are listed page by page, each once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => person()))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await t.asks('agent.list', { limit: 3, ...(cursor && { cursor }) })
      seen.push(...page.items.map((item: Answer) => item.employeeNo))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await t.asks('agent.list', { limit: 200 })).items.length)
    await expect(t.asks('agent.list', { cursor: 'nonsense' })).rejects.toMatchObject({ status: 422 })
  })

  test('carry no hash anywhere', async () => {
    const made = await person()
    const all = JSON.stringify([
      made,
      await t.asks('agent.get', { id: made.id }),
      await t.asks('agent.list', { limit: 200 }),
    ])
    expect(all).not.toContain('argon2')
  })
})

describe('departments', () => {
  test('stand in a tree, told by their path', async () => {
    const centre = await department('客服中心')
    const after = await department('售后部', { parentId: centre.id })
    const repair = await department('维修组', { parentId: after.id })
    expect(repair.path).toBe('客服中心 / 售后部 / 维修组')
    await t.does('department.update', { departmentId: after.id, parentId: null })
    expect((await departments()).find(({ id }) => id === repair.id).path).toBe('售后部 / 维修组')
  })

  test('stand never beneath themselves, not even when two are moved at once', async () => {
    const a = await department('甲')
    const a1 = await department('甲一', { parentId: a.id })
    const b = await department('乙')
    const b1 = await department('乙一', { parentId: b.id })
    const move = (departmentId: string, parentId: string) => t.does('department.update', { departmentId, parentId })
    await expect(move(a.id, a.id)).rejects.toMatchObject({ code: 'department.loop' })
    await expect(move(a.id, a1.id)).rejects.toMatchObject({ code: 'department.loop' })
    const moved = await Promise.allSettled([move(a.id, b1.id), move(b.id, a1.id)])
    expect(moved.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(moved.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'department.loop' } })
  })

  test('have names of their own among siblings', async () => {
    const parent = await department('销售')
    await department('华东', { parentId: parent.id })
    await expect(department('華東', { parentId: parent.id })).rejects.toMatchObject(wrong('name', 'taken'))
    const elsewhere = await department('华东')
    await expect(
      t.does('department.update', { departmentId: elsewhere.id, parentId: parent.id }),
    ).rejects.toMatchObject(wrong('name', 'taken'))
    const both = await Promise.allSettled([department('华北'), department('华北')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('are archived when nothing depends on them any more', async () => {
    const parent = await department('仓储')
    const child = await department('一号仓', { parentId: parent.id })
    const member = await person({ departmentIds: [child.id] })
    const ticket = await t.does('ticket.open', { subject: '丢件', departmentId: child.id })
    const archive = (departmentId: string) => t.does('department.archive', { departmentId })
    const inUse = { status: 409, code: 'department.inUse' }
    await expect(archive(parent.id)).rejects.toMatchObject(inUse)
    await expect(archive(child.id)).rejects.toMatchObject(inUse)
    await t.does('agent.update', { agentId: member.id, departmentIds: [] })
    await expect(archive(child.id)).rejects.toMatchObject(inUse)
    await t.does('ticket.solve', { ticketId: ticket.id, result: '找到了' })
    expect(await archive(child.id)).toMatchObject({ archived: true, allowed: [] })
    expect(await archive(parent.id)).toMatchObject({ archived: true })
    await expect(department('二号仓', { parentId: parent.id })).rejects.toMatchObject(wrong('parentId', 'archived'))
    // Its name is free again.
    expect(await department('仓储')).toMatchObject({ archived: false })
    const { defaultDepartmentId } = await t.asks('settings.get', {})
    for (const agent of (await t.asks('agent.list', { departmentId: defaultDepartmentId })).items)
      await t.does('agent.update', { agentId: agent.id, departmentIds: [] })
    await expect(archive(defaultDepartmentId)).rejects.toMatchObject(inUse)
  })

  test('have managers who are there', async () => {
    const gone = await person()
    await t.does('agent.disable', { agentId: gone.id })
    await expect(department('法务', { managerIds: [gone.id] })).rejects.toMatchObject(wrong('managerIds.0', 'disabled'))
    const chief = await person()
    const made = await department('法务', { managerIds: [chief.id] })
    await t.does('agent.disable', { agentId: chief.id })
    expect(await t.does('department.update', { departmentId: made.id, name: '法务部' })).toMatchObject({
      name: '法务部',
    })
    const picture = await t.desk.configuration.current()
    expect(picture.of(directory).managersOf(made.id)).toEqual([])
  })
})

describe('roles', () => {
  test('are archived when nobody holds them', async () => {
    const role = await t.does('role.create', { name: '外勤', grants: { 'ticket.get': true } })
    const holder = await person({ roleIds: [role.id] })
    await expect(t.does('role.archive', { roleId: role.id })).rejects.toMatchObject({ code: 'role.inUse' })
    await t.does('agent.update', { agentId: holder.id, roleIds: [] })
    expect(await t.does('role.archive', { roleId: role.id })).toMatchObject({ archived: true })
    await expect(person({ roleIds: [role.id] })).rejects.toMatchObject(wrong('roleIds.0', 'archived'))
    await expect(t.does('role.update', { roleId: role.id, name: '内勤' })).rejects.toMatchObject({
      code: 'role.archived',
    })
  })

  test('have names of their own', async () => {
    await expect(t.does('role.create', { name: '审核员', grants: {} })).rejects.toMatchObject(wrong('name', 'taken'))
  })

  test('say every wrong grant', async () => {
    const made = t.does('role.create', { name: '错', grants: { 'a.b': true, 'c.d': true, '*': {} } as never })
    const problem = await made.catch((error: Answer) => error)
    expect(fieldsOf(problem)).toHaveLength(3)
  })
})

describe('presence and load', () => {
  test('presence is told, is no configuration, and makes no open form stale', async () => {
    const made = await person()
    const before = (await t.desk.configuration.current()).version
    const ready = await t.does('agent.setPresence', { agentId: made.id, state: 'ready' })
    expect(ready).toMatchObject({ presence: 'ready', presenceAt: t.now().toISOString(), version: made.version })
    expect((await t.desk.configuration.current()).version).toBe(before)
    await t.does('agent.setPresence', { agentId: made.id, state: 'ready' })
    const { rows } = await t.desk.pool.query(
      `select payload from events where subject_id = $1 and type = 'agent.presenceChanged'`,
      [made.id],
    )
    expect(rows).toEqual([{ payload: { name: made.name, from: 'offline', to: 'ready' } }])
    await t.does('agent.disable', { agentId: made.id })
    await expect(t.does('agent.setPresence', { agentId: made.id, state: 'ready' })).rejects.toMatchObject(
      wrong('agentId', 'disabled'),
    )
  })

  test('load is what is in hand and running, weighted by urgency', async () => {
    const home = await department('负荷')
    const made = await person({ departmentIds: [home.id] })
    const give = (urgency: 'normal' | 'urgent' | 'critical') =>
      t.does('ticket.open', { subject: '负荷', urgency, departmentId: home.id, assigneeId: made.id })
    const load = async () => (await loadOf(t.desk.db, [made.id])).get(made.id) ?? 0
    expect(await load()).toBe(0)
    const normal = await give('normal')
    await give('urgent')
    const critical = await give('critical')
    expect(await load()).toBe(4)
    expect(await t.asks('agent.get', { id: made.id })).toMatchObject({ load: 4 })
    await t.does('ticket.pause', { ticketId: critical.id, reason: '等' })
    expect(await load()).toBe(2)
    await t.does('ticket.solve', { ticketId: normal.id, result: '好' })
    expect(await load()).toBe(1)
    await t.does('settings.update', { loadWeights: { normal: 1, urgent: 3, critical: 5 } })
    expect(await load()).toBe(3)
  })
})
