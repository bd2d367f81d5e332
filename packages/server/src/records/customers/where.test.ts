import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ following: false })
  const options = [
    { key: 'gold', name: '金牌' },
    { key: 'none', name: '未签约' },
  ]
  const field = (key: string, name: string, spec: object) =>
    desk.does('field.create', { of: 'customer', key, name, ...({ spec } as object) } as never)
  await field('contract', '合同', { kind: 'choice', options })
  await field('seats', '席位数', { kind: 'number', decimals: 0 })
  await field('region', '所在地', { kind: 'address' })
  const customer = (name: string, more: object) => desk.does('customer.create', { name, ...more })
  await customer('张三', { level: 'VIP', phones: ['13800138001'], fields: { contract: 'gold', seats: 20 } })
  await customer('李四', { phones: ['13800138002'], fields: { contract: 'none', seats: 3 } })
  await customer('王五', {
    level: '普通',
    company: '张三丰武馆',
    fields: { region: { region: ['440000', '440300', '440305'], detail: '科技园' } },
  })
})
afterAll(() => desk.close())

const names = (page: Answer): string[] => page.items.map((customer: Answer) => customer.name)
const list = async (input: object, caller?: Caller) => names(await desk.asks('customer.list', { ...input }, caller))

describe('a list of customers narrowed down', () => {
  test.each<[object, string[]]>([
    [{ field: 'level', op: 'is', value: 'VIP' }, ['张三']],
    [{ field: 'fields.contract', op: 'isOneOf', value: ['gold', 'none'] }, ['李四', '张三']],
    [{ field: 'fields.seats', op: 'moreThan', value: 10 }, ['张三']],
    [{ field: 'fields.seats', op: 'isEmpty' }, ['王五']],
    [{ field: 'fields.region.region', op: 'contains', value: '440000' }, ['王五']],
    [{ field: 'createdAt', op: 'withinLast', value: 'P1D' }, ['王五', '李四', '张三']],
    [{ not: { field: 'fields.contract', op: 'is', value: 'gold' } }, ['王五', '李四']],
    [{ all: [] }, ['王五', '李四', '张三']],
    [{ any: [] }, []],
  ])('%j', async (where, expected) => {
    expect(await list({ where })).toEqual(expected)
  })

  test('with words beside it, they find by name, company and contact points', async () => {
    const contracted = { field: 'fields.contract', op: 'isNotEmpty' }
    expect(await list({ text: '张三' })).toEqual(['王五', '张三'])
    expect(await list({ text: '张三', where: contracted })).toEqual(['张三'])
    expect(await list({ text: '13800138002', where: contracted })).toEqual(['李四'])
    expect(await list({ text: '13800138002', where: { field: 'level', op: 'is', value: 'VIP' } })).toEqual([])
  })

  test.each<[Record<string, unknown>, string, string]>([
    [{ field: 'fields.none', op: 'is', value: 'x' }, 'where.field', 'condition.field'],
    [{ field: 'fields.contract', op: 'is', value: 'silver' }, 'where.value', 'condition.option'],
    [{ all: [{ field: 'level', op: 'near', value: 'x' }] }, 'where.all.0.op', 'condition.operator'],
  ])('what cannot be asked is told by its place: %j', async (where, path, code) => {
    const refused = { status: 422, fields: [expect.objectContaining({ path, code })] }
    await expect(list({ where })).rejects.toMatchObject(refused)
    await expect(desk.asks('customer.export', { where })).rejects.toMatchObject(refused)
  })

  // Grants name a part of customers as tickets do, too; the customer as a whole takes all of it along.
  test.each([
    ['fields.contract', { field: 'fields.contract', op: 'is', value: 'gold' }],
    ['customer.fields.contract', { field: 'fields.contract', op: 'is', value: 'gold' }],
    ['level', { field: 'level', op: 'is', value: 'VIP' }],
    ['customer.level', { field: 'level', op: 'is', value: 'VIP' }],
    ['customerId', { field: 'level', op: 'is', value: 'VIP' }],
    ['companyId', { field: 'companyId', op: 'isNotEmpty' }],
  ])('with %s hidden, one cannot ask about it', async (id, where) => {
    const without = (hidden: string): Caller => ({
      ...desk.system,
      grants: { may: () => true, field: name => (name === hidden ? 'hidden' : undefined) },
    })
    const refused = { status: 422, fields: [{ path: 'where.field', code: 'condition.field' }] }
    await expect(list({ where }, without(id))).rejects.toMatchObject(refused)
    await expect(desk.asks('customer.export', { where }, without(id))).rejects.toMatchObject(refused)
    expect(await list({ where }, without('note'))).toHaveLength(1)
  })
})
