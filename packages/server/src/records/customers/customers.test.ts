import { fold } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

const granted = (...names: string[]): Caller => ({
  ...desk.system,
  actor: { kind: 'person', id: '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff', name: '小张' },
  grants: { may: name => names.includes(name), field: () => undefined },
})
const names = (page: Answer): string[] => page.items.map((customer: Answer) => customer.name)

describe('a customer file', () => {
  test('keeps what was written down, in one form', async () => {
    const made = await desk.does('customer.create', {
      name: '李雷',
      salutation: 'mr',
      company: '蓝天科技有限公司',
      level: 'VIP',
      emails: ['Li.Lei@Example.com', 'li.lei@example.com'],
      phones: ['013800138001', '138****8001', '010-62345678 转 801'],
      externalId: 'CRM-1',
      note: '喜欢电话联系',
    })
    expect(made).toMatchObject({
      number: expect.stringMatching(/^C\d{6}$/),
      name: '李雷',
      salutation: 'mr',
      company: '蓝天科技有限公司',
      level: 'VIP',
      emails: ['li.lei@example.com'],
      phones: ['+8613800138001', '+861062345678;ext=801', '138****8001'],
      externalId: 'CRM-1',
      note: '喜欢电话联系',
      ticketCount: 0,
      openCount: 0,
      version: 1,
      allowed: ['customer.update'],
    })
    expect(await desk.asks('customer.get', { id: made.id })).toEqual(made)
    const second = await desk.does('customer.create', { name: '韩梅梅', company: '藍天科技有限公司' })
    expect(second.companyId).toBe(made.companyId)
  })

  test('changes only what was sent, and says so', async () => {
    const made = await desk.does('customer.create', {
      name: '吉姆',
      emails: ['jim@example.com', 'green@example.com'],
      phones: ['13800138002'],
    })
    const changed = await desk.does('customer.update', {
      customerId: made.id,
      emails: ['GREEN@example.com', 'new@example.com'],
      company: '绿地',
      note: '病史',
      version: 1,
    })
    expect(changed).toMatchObject({
      emails: ['green@example.com', 'new@example.com'],
      phones: ['+8613800138002'],
      company: '绿地',
      version: 2,
    })
    await expect(desk.does('customer.update', { customerId: made.id, name: 'x', version: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
    })
    const { items } = await desk.asks('customer.timeline', { customerId: made.id })
    expect(items[0]).toMatchObject({ type: 'customer.updated', ticketId: null })
    expect(items[0].payload.changes).toEqual([
      { field: 'company', from: null, to: '绿地' },
      { field: 'note', from: null, to: null },
      { field: 'emails', from: ['jim@example.com', 'green@example.com'], to: ['green@example.com', 'new@example.com'] },
    ])
    expect(items[0].text.length).toBeGreaterThan(3)
    const same = await desk.does('customer.update', { customerId: made.id, name: '吉姆', phones: ['138-0013-8002'] })
    expect(same.version).toBe(2)
    const gone = await desk.does('customer.update', {
      customerId: made.id,
      company: null,
      note: null,
      phones: [],
      externalId: null,
    })
    expect(gone).toMatchObject({ company: null, note: null, phones: [] })
    expect((await desk.does('customer.create', { name: '得到了号码', phones: ['13800138002'] })).phones).toEqual([
      '+8613800138002',
    ])
  })

  test('names each contact point that is wrong or taken', async () => {
    await desk.does('customer.create', { name: '王芳', emails: ['wangfang@example.com'], phones: ['13800138003'] })
    const bad = desk.does('customer.create', { name: '甲', phones: ['13800138004', '12', '1380013800'] })
    await expect(bad).rejects.toMatchObject({ status: 422, fields: [{ path: 'phones.1', code: 'phone.invalid' }] })
    const wrong = desk.does('customer.create', { name: '甲', phones: ['13800138004', '1380013800'] })
    await expect(wrong).rejects.toMatchObject({ status: 422, fields: [{ path: 'phones.1', code: 'phone.invalid' }] })
    const taken = { name: '乙', emails: ['WANGFANG@example.com'], phones: ['13800138009', '+86 138 0013 8003'] }
    await expect(desk.does('customer.create', taken)).rejects.toMatchObject({
      fields: [
        { path: 'emails.0', code: 'contact.taken', params: { name: '王芳' } },
        { path: 'phones.1', code: 'contact.taken', params: { name: '王芳' } },
      ],
    })
    await expect(desk.does('customer.create', taken, granted('customer.create'))).rejects.toMatchObject({
      fields: [
        { path: 'emails.0', code: 'taken' },
        { path: 'phones.1', code: 'taken' },
      ],
    })
  })

  test('is not there for who may not see it', async () => {
    const made = await desk.does('customer.create', { name: '保密' })
    await expect(desk.asks('customer.get', { id: made.id }, granted())).rejects.toMatchObject({ status: 403 })
    await expect(
      desk.does('customer.update', { customerId: made.id, name: 'x' }, granted('customer.update')),
    ).rejects.toMatchObject({ status: 404 })
    const byLevel: Caller = {
      ...granted(),
      grants: {
        may: name => name.startsWith('customer.') && { field: 'level', op: 'is', value: 'VIP' },
        field: () => undefined,
      },
    }
    await expect(desk.asks('customer.get', { id: made.id }, byLevel)).rejects.toMatchObject({ status: 404 })
    await expect(desk.asks('customer.timeline', { customerId: made.id }, byLevel)).rejects.toMatchObject({
      status: 404,
    })
    expect(names(await desk.asks('customer.list', {}, byLevel))).toEqual(['李雷'])
  })
})

describe('a part of the file that one may not change', () => {
  const limited = (id: string, how: 'frozen' | 'hidden'): Caller => ({
    ...desk.system,
    grants: { may: () => true, field: name => (name === id ? how : undefined) },
  })
  test.each([
    ['level', 'level', { level: 'VIP' }],
    ['companyId', 'company', { company: '晴空' }],
    ['phones', 'phones', { phones: ['13800138009'] }],
    ['note', 'note', { note: null }],
  ])('%s', async (id, path, change) => {
    const { id: customerId } = await desk.does('customer.create', { name: '定了', level: '普通', note: '旧' })
    for (const how of ['frozen', 'hidden'] as const) {
      const refused = { status: 422, fields: [{ path, code: 'frozen' }] }
      await expect(desk.does('customer.update', { customerId, ...change }, limited(id, how))).rejects.toMatchObject(
        refused,
      )
    }
    const other = await desk.does('customer.update', { customerId, name: '改名' }, limited(id, 'frozen'))
    expect(other.name).toBe('改名')
    // Who asked is no part of the file: a ticket's customer may be frozen.
    await desk.does('customer.update', { customerId, name: '再改' }, limited('customerId', 'frozen'))
  })
})

describe('finding', () => {
  beforeAll(async () => {
    await desk.does('customer.create', {
      name: '諸葛亮',
      phones: ['13912345678', '021-62345678转801'],
      emails: ['kongming@shu.example'],
      externalId: 'shu-007',
    })
    await desk.does('customer.create', { name: '诸葛瑾', phones: ['13912345679'], level: 'VIP' })
  })

  test.each([
    ['13912345678'],
    ['0139 1234 5678'],
    ['+86-139-1234-5678'],
    ['021 6234 5678-801'],
    ['KONGMING@shu.example'],
    ['kongm'],
    ['shu-007'],
    ['诸葛亮'],
    ['諸葛亮'],
  ])('%s finds the one', async text => {
    expect(names(await desk.asks('customer.find', { text }))[0]).toBe('諸葛亮')
  })

  test('beginnings find all who fit, and pages follow each other', async () => {
    expect(names(await desk.asks('customer.find', { text: '诸葛' }))).toEqual(['諸葛亮', '诸葛瑾'])
    expect(names(await desk.asks('customer.find', { text: '1391234' }))).toEqual(['諸葛亮', '诸葛瑾'])
    const first = await desk.asks('customer.find', { text: '139123', limit: 1 })
    const second = await desk.asks('customer.find', { text: '139123', limit: 1, cursor: first.nextCursor })
    expect([...names(first), ...names(second), second.nextCursor]).toEqual(['諸葛亮', '诸葛瑾', null])
    const { number } = first.items[0]
    expect(names(await desk.asks('customer.find', { text: number.toLowerCase() }))).toEqual(['諸葛亮'])
  })

  test.each(['62345678', '葛', '%', "'; drop table customers; --", '\\', '139****5678', '不存在'])(
    '%s finds nobody',
    async text => {
      expect(names(await desk.asks('customer.find', { text }))).toEqual([])
    },
  )

  test.each([
    'x',
    'bm90IG91cnM',
    Buffer.from('["1","\\u0000","x"]').toString('base64url'),
    Buffer.from('[0,"a","b"]').toString('base64url'),
  ])('a forged cursor is refused: %s', async cursor => {
    await expect(desk.asks('customer.find', { text: '诸', cursor })).rejects.toMatchObject({ status: 422 })
    await expect(desk.asks('customer.list', { cursor })).rejects.toMatchObject({ status: 422 })
    const { items } = await desk.asks('customer.list', { limit: 1 })
    await expect(desk.asks('customer.timeline', { customerId: items[0].id, cursor })).rejects.toMatchObject({
      status: 422,
    })
  })

  test('the list begins with the newest and pages to the end', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await desk.asks('customer.list', { limit: 3, ...(cursor && { cursor }) })
      seen.push(...page.items.map((customer: Answer) => customer.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    const { items } = await desk.asks('customer.list', { limit: 200 })
    expect(seen).toEqual(items.map((customer: Answer) => customer.id))
    expect(new Set(seen).size).toBe(seen.length)
    expect(names(await desk.asks('customer.list', { text: '葛' }))).toEqual(['诸葛瑾', '諸葛亮'])
    expect(names(await desk.asks('customer.list', { text: '蓝天' }))).toEqual(['韩梅梅', '李雷'])
  })
})

describe('a part of a name, by the index', () => {
  test.each(['葛', '諸葛', "o'brien", '\\', '100%', '_', 'a b', 'B 公司', '𠮷', '科技有限', '技有'])(
    '%s',
    async part => {
      const company = `甲${part}乙`
      const made = [
        await desk.does('customer.create', { name: `前${part}后` }),
        await desk.does('customer.create', { name: part }),
        await desk.does('customer.create', { name: '只有公司', company }),
      ]
      const found = await desk.asks('customer.list', { text: part, limit: 200 })
      const ids = found.items.map((customer: Answer) => customer.id)
      for (const { id } of made) expect(ids).toContain(id)
      for (const { name, company: of } of found.items) expect(fold(`${name}\n${of}`)).toContain(fold(part))
    },
  )
})
