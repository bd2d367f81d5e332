import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'

let desk: TestDesk
let department: string
beforeAll(async () => {
  desk = await testDesk()
  department = (await desk.does('department.create', { name: '售后部' })).id
})
afterAll(() => desk.close())

const paths = async (archived?: boolean) =>
  (await desk.asks('category.list', { ...(archived && { archived }) })).items.map((category: Answer) => category.path)

describe('categories', () => {
  test('grow into a tree', async () => {
    const after = await desk.does('category.create', { name: '售后', departmentId: department })
    const repair = await desk.does('category.create', { name: '产品维修', parentId: after.id })
    expect(repair).toMatchObject({
      path: '售后-产品维修',
      parentId: after.id,
      version: 1,
      archived: false,
      allowed: ['category.update', 'category.archive'],
    })
    expect(await paths()).toEqual(['售后', '售后-产品维修'])
    const renamed = await desk.does('category.update', { categoryId: after.id, name: '售后服务', version: 1 })
    expect(renamed).toMatchObject({ path: '售后服务', departmentId: department, version: 2 })
    expect(await paths()).toEqual(['售后服务', '售后服务-产品维修'])
    const ticket = await desk.does('ticket.open', { subject: '坏了', category: ' 售後服務 - 产品维修' })
    expect(ticket).toMatchObject({ category: '售后服务-产品维修', categoryId: repair.id })
  })

  test('refuse loops, twins, dashes and what is not there', async () => {
    const a = await desk.does('category.create', { name: '甲' })
    const b = await desk.does('category.create', { name: '乙', parentId: a.id })
    const c = await desk.does('category.create', { name: '丙', parentId: b.id })
    const nowhere = '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff'
    const wrong = (promise: Promise<unknown>, path: string, code: string) =>
      expect(promise).rejects.toMatchObject({ status: 422, fields: [{ path, code }] })
    await wrong(desk.does('category.update', { categoryId: a.id, parentId: c.id }), 'parentId', 'category.loop')
    await wrong(desk.does('category.update', { categoryId: a.id, parentId: a.id }), 'parentId', 'category.loop')
    await wrong(desk.does('category.create', { name: '甲' }), 'name', 'taken')
    await wrong(desk.does('category.update', { categoryId: b.id, name: '甲', parentId: null }), 'name', 'taken')
    await wrong(desk.does('category.create', { name: '丁', parentId: nowhere }), 'parentId', 'unknown_id')
    await wrong(desk.does('category.create', { name: '丁', departmentId: nowhere }), 'departmentId', 'unknown_id')
    await wrong(desk.does('category.create', { name: '甲-乙' }), 'name', 'category.dash')
    await expect(desk.does('category.archive', { categoryId: a.id })).rejects.toMatchObject({
      status: 409,
      code: 'category.inUse',
    })
    await expect(desk.does('category.update', { categoryId: nowhere, name: 'x' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(desk.does('category.update', { categoryId: a.id, name: 'x', version: 9 })).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
    })
  })

  test('two moves at once cannot make a loop', async () => {
    const a = await desk.does('category.create', { name: '一' })
    const b = await desk.does('category.create', { name: '二' })
    const moves = await Promise.allSettled([
      desk.does('category.update', { categoryId: a.id, parentId: b.id }),
      desk.does('category.update', { categoryId: b.id, parentId: a.id }),
    ])
    expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('two of the same name at once are one and a refusal', async () => {
    const twins = await Promise.allSettled([1, 2, 3].map(() => desk.does('category.create', { name: '同名' })))
    expect(twins.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('archived ones keep their name on their tickets, and give it free', async () => {
    const old = await desk.does('category.create', { name: '旧业务' })
    const ticket = await desk.does('ticket.open', { subject: '旧', category: '旧业务' })
    const archived = await desk.does('category.archive', { categoryId: old.id })
    expect(archived).toMatchObject({ archived: true, allowed: [] })
    expect(await paths()).not.toContain('旧业务')
    expect(await paths(true)).toContain('旧业务')
    await expect(desk.does('ticket.open', { subject: '新', category: '旧业务' })).rejects.toMatchObject({
      fields: [{ path: 'category', code: 'archived' }],
    })
    expect(await desk.asks('ticket.get', { id: ticket.id })).toMatchObject({ category: '旧业务' })
    await desk.does('category.create', { name: '旧业务' })
    expect((await desk.does('ticket.open', { subject: '新', category: '旧业务' })).categoryId).not.toBe(old.id)
  })

  test('a role may be granted categories alone', async () => {
    const keeper: Caller = {
      ...desk.system,
      actor: { kind: 'person', id: '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff', name: '小张' },
      grants: { may: name => name === 'category.update', field: () => undefined },
    }
    const made = await desk.does('category.create', { name: '可改名' })
    expect(await desk.does('category.update', { categoryId: made.id, name: '改了名' }, keeper)).toMatchObject({
      name: '改了名',
      allowed: ['category.update'],
    })
    await expect(desk.does('category.archive', { categoryId: made.id }, keeper)).rejects.toMatchObject({ status: 403 })
  })
})

describe('request types', () => {
  const keys = async () => (await desk.asks('requestType.list', {})).items.map((type: Answer) => type.key)

  test('ship as four', async () => expect(await keys()).toEqual(['inquiry', 'complaint', 'repair', 'suggestion']))

  test('are added, renamed and archived; a key is never used again', async () => {
    const made = await desk.does('requestType.create', { key: 'refund', nameZh: '退款', nameEn: 'Refund' })
    expect(
      await desk.does('requestType.update', { requestTypeId: made.id, nameZh: '退货退款', version: 1 }),
    ).toMatchObject({ nameZh: '退货退款', version: 2 })
    expect(await keys()).toContain('refund')
    expect(await desk.does('ticket.open', { subject: '退', requestType: 'refund' })).toMatchObject({
      requestType: 'refund',
    })
    await desk.does('requestType.archive', { requestTypeId: made.id })
    expect(await keys()).not.toContain('refund')
    await expect(desk.does('ticket.open', { subject: '退', requestType: 'refund' })).rejects.toMatchObject({
      fields: [{ path: 'requestType' }],
    })
    await expect(desk.does('requestType.create', { key: 'refund', nameZh: '退', nameEn: 'R' })).rejects.toMatchObject({
      fields: [{ path: 'key', code: 'taken' }],
    })
  })
})
