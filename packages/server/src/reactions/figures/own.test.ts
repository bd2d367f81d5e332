import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersOnly } from '../../../test/answers-only.ts'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { grantsOf } from '../../kernel/grants.ts'
import { recount } from './index.ts'

const day = 24 * 60 * 60_000
const days = { from: '2026-11-22', to: '2026-11-24' }
const option = (key: string, name: string, parent?: string) => ({ key, name, ...(parent && { parent }) })

let t: TestDesk
let desk: Answer
let wang: Answer

/** Three tickets over three days: one is filled in at once, one changes, one has nothing. */
beforeAll(async () => {
  t = await testDesk()
  await answersOnly(t)
  desk = await t.does('department.create', { name: '售后部' })
  wang = await t.does('agent.create', { employeeNo: 'CS001', name: '王芳', departmentIds: [desk.id] })
  await field('platform', '平台', { kind: 'choice', options: [option('tb', '淘宝'), option('jd', '京东')] })
  await field('shipped', '已发货', { kind: 'boolean' })
  await field('area', '地区', {
    kind: 'cascade',
    leafOnly: false,
    branches: [option('gd', '广东'), option('sz', '深圳', 'gd'), option('bj', '北京')],
  })
  await field('tester', '检测人', { kind: 'person' })
  await field('parts', '配件', {
    kind: 'choices',
    options: [option('a', '电机'), option('b', '皮带'), option('c', '滤网')],
  })
  await field('fault', '故障', { kind: 'choice', options: [option('screen', '屏幕')] }, false)

  const one = await open({
    platform: 'tb',
    shipped: true,
    area: ['gd', 'sz'],
    tester: wang.id,
    fault: 'screen',
    parts: ['b', 'a'],
  })
  const two = await open({ platform: 'jd', shipped: false, area: ['gd'], parts: ['b'] })
  await open({})
  t.turn(day)
  await t.does('ticket.reply', { ticketId: one.id, body: '请寄来看看' })
  await t.does('ticket.update', { ticketId: two.id, fields: { platform: 'tb', parts: ['b', 'c'] } })
  t.turn(day)
  await t.does('ticket.solve', { ticketId: two.id, result: '好了' })
  await t.does('ticket.solve', { ticketId: one.id, result: '好了' })
  await t.drained()
})
afterAll(() => t.close())

const field = (key: string, name: string, spec: object, reported = true) =>
  t.does('field.create', { key, name, spec, reported } as never)
const open = (fields: object) =>
  t.does('ticket.open', { subject: '坏了', body: '请帮忙', departmentId: desk.id, fields } as never)
const summary = (more: object = {}, caller?: Caller): Promise<Answer> =>
  t.asks('figures.summary', { ...days, ...more } as never, caller)
const apart = async (by: string, figure = 'created', more: object = {}) =>
  Object.fromEntries((await summary({ by, ...more })).groups.map((one: Answer) => [one.name, one.figures[figure]]))
const factsOf = async (figure: string, where: object, caller?: Caller): Promise<Answer[]> =>
  (await t.asks('figures.facts', { ...days, figure, where } as never, caller)).items
const seeing = (fields: Record<string, 'hidden'>, grant: object | true = true): Caller => ({
  ...t.system,
  grants: grantsOf([
    {
      grants: {
        'figures.summary': grant,
        'figures.series': grant,
        'figures.facts': grant,
        'figures.export': grant,
      } as never,
      fields,
    },
  ]),
})

describe('each fact stands under the value of its time', () => {
  test.each([
    ['fields.platform', 'created', { 淘宝: 1, 京东: 1, 未填写: 1 }],
    ['fields.platform', 'solved', { 淘宝: 2, 京东: 0, 未填写: 0 }],
    ['fields.shipped', 'created', { 是: 1, 否: 1, 未填写: 1 }],
    ['fields.area', 'created', { '广东 / 深圳': 1, 广东: 1, 未填写: 1 }],
    ['fields.tester', 'created', { 王芳: 1, 未填写: 2 }],
    ['fields.parts', 'created', { 电机: 1, 皮带: 2, 滤网: 0, 未填写: 1 }],
    ['fields.parts', 'solved', { 电机: 1, 皮带: 2, 滤网: 1, 未填写: 0 }],
  ])('%s %s', async (by, figure, expected) => {
    expect(await apart(by, figure)).toEqual(expected)
  })

  test.each([
    [{ field: 'fields.platform', op: 'is', value: 'tb' }, 1, 2],
    [{ field: 'fields.platform', op: 'isEmpty' }, 1, 0],
    [{ field: 'fields.shipped', op: 'is', value: true }, 1, 1],
    [{ field: 'fields.area', op: 'contains', value: 'gd' }, 2, 2],
    [{ field: 'fields.area.own', op: 'is', value: 'gd' }, 1, 1],
    [{ field: 'fields.area', op: 'isEmpty' }, 1, 0],
    [{ field: 'fields.parts', op: 'contains', value: 'b' }, 2, 2],
    [{ field: 'fields.parts', op: 'contains', value: 'c' }, 0, 1],
    [{ field: 'fields.parts', op: 'isEmpty' }, 1, 0],
  ])('narrowed by %j', async (where, created, solved) => {
    expect((await summary({ where })).total).toMatchObject({ created, solved })
    expect((await factsOf('created', where)).length).toBe(created)
    expect((await factsOf('solved', where)).length).toBe(solved)
  })

  test('the backlog of a day lay under the value of that day', async () => {
    const where = { field: 'fields.platform', op: 'is', value: 'jd' }
    const { buckets } = await t.asks('figures.series', { ...days, where })
    expect(buckets.map((one: Answer) => one.figures.backlog)).toEqual([1, 0, 0])
  })

  test('a group opens the facts that it counted, each with its values', async () => {
    for (const key of ['platform', 'shipped', 'area', 'tester', 'parts'])
      for (const group of (await summary({ by: `fields.${key}` })).groups) {
        const named = `fields.${key}${key === 'area' && group.key !== null ? '.own' : ''}`
        const value = key === 'shipped' ? group.key === 'true' : group.key
        const op = key === 'parts' ? 'contains' : 'is'
        const where = group.key === null ? { field: named, op: 'isEmpty' } : { field: named, op, value }
        for (const figure of ['created', 'solved', 'backlog'])
          expect((await factsOf(figure, where)).length, `${named} ${group.key} ${figure}`).toBe(group.figures[figure])
      }
    const [fact] = await factsOf('created', { field: 'fields.area', op: 'contains', value: 'sz' })
    const parts = ['a', 'b']
    expect(fact.fields).toEqual({ platform: 'tb', shipped: true, area: ['gd', 'sz'], tester: wang.id, parts })
  })

  test('of several answers it stands under each, and once in the whole', async () => {
    const apart = await summary({ by: 'fields.parts', compare: 'previous' })
    const whole = await summary({ compare: 'previous' })
    expect(apart.total).toEqual(whole.total)
    expect(apart.previous).toEqual(whole.previous)
    const figures = (name: string) => apart.groups.find((one: Answer) => one.name === name).figures
    expect(whole.total.firstResponse).toMatchObject({ count: 1, median: 86_400 })
    for (const name of ['电机', '皮带']) expect(figures(name).firstResponse).toEqual(whole.total.firstResponse)
    expect(figures('滤网').firstResponse.count).toBe(0)
    const narrowed = await summary({ by: 'fields.parts', where: { field: 'fields.parts', op: 'contains', value: 'c' } })
    expect(narrowed.groups.map((one: Answer) => [one.name, one.figures.solved])).toEqual([
      ['滤网', 1],
      ['皮带', 1],
    ])
  })
})

describe('who may not see a field', () => {
  const caller = () => seeing({ 'fields.platform': 'hidden' })
  test('neither narrows nor tells apart by it, and is told like of one that is not there', async () => {
    for (const by of ['fields.platform', 'fields.weather'])
      await expect(summary({ by }, caller())).rejects.toMatchObject({
        status: 422,
        fields: [{ path: 'by', code: 'unknown_field' }],
      })
    for (const field of ['fields.platform', 'fields.weather'])
      await expect(summary({ where: { field, op: 'isEmpty' } }, caller())).rejects.toMatchObject({
        status: 422,
        fields: [{ path: 'where.field' }],
      })
    await expect(t.asks('figures.export', { ...days, by: 'fields.platform' }, caller())).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'by' }],
    })
  })

  test('is not told it with the facts', async () => {
    const told = await factsOf('created', { field: 'fields.shipped', op: 'is', value: true }, caller())
    const parts = ['a', 'b']
    expect(told.map(fact => fact.fields)).toEqual([{ shipped: true, area: ['gd', 'sz'], tester: wang.id, parts }])
  })

  test('nor with the opening of a ticket', async () => {
    const [{ ticket }] = await factsOf('created', { field: 'fields.shipped', op: 'is', value: true })
    const blind = {
      ...t.system,
      grants: grantsOf([
        {
          grants: { 'ticket.get': true, 'ticket.timeline': true, 'ticket.list': true } as never,
          fields: { 'fields.platform': 'hidden' },
        },
      ]),
    }
    const opening = async (by?: Caller) =>
      (await t.asks('ticket.timeline', { id: ticket.id }, by)).items.find((one: Answer) => one.type === 'ticket.opened')
    expect(JSON.stringify(await opening())).toContain('fields.platform')
    expect(JSON.stringify(await opening(blind))).not.toContain('fields.platform')
  })
})

test.each([
  ['what is not marked', 'fields.fault'],
  ['a branch as a dimension of its own', 'fields.area.own'],
  ['text', 'fields.remarks'],
])('%s tells nothing apart', async (_name, by) => {
  await expect(summary({ by })).rejects.toMatchObject({ status: 422, fields: [{ path: 'by' }] })
})

test('the deepest branch with the longest keys is told whole', async () => {
  const keys = Array.from({ length: 10 }, (_, n) => `${n}`.padEnd(40, 'x'))
  const branches = keys.map((key, n) => option(key, `第 ${n + 1} 级`, keys[n - 1]))
  await field('deep', '多级', { kind: 'cascade', leafOnly: false, branches })
  const { id } = await open({})
  await t.does('ticket.update', { ticketId: id, fields: { deep: keys } })
  await t.does('ticket.update', { ticketId: id, fields: { deep: keys.slice(0, 9) } })
  await t.does('ticket.urge', { ticketId: id })
  await t.drained()
  const where = { field: 'fields.deep.own', op: 'is', value: keys[8] }
  expect((await factsOf('urged', where)).map(fact => fact.fields.deep)).toEqual([keys.slice(0, 9)])
  await t.does('ticket.cancel', { ticketId: id, reason: '试过了' })
})

describe('marked later', () => {
  test('counts from then on, and after a recount in the past too', async () => {
    expect(await recount(t.desk)).toMatchObject({ tickets: 4, differing: 0 })
    const fault = (await t.asks('field.list', { of: 'ticket' })).items.find((one: Answer) => one.key === 'fault')
    await t.does('field.update', { fieldId: fault.id, reported: true })
    const [{ ticket }] = await factsOf('created', { field: 'fields.shipped', op: 'is', value: true })
    await t.does('ticket.reopen', { ticketId: ticket.id, reason: '又坏了' })
    await t.drained()
    // What was told at the opening is remembered: the reopening stands under it at once.
    expect(await apart('fields.fault', 'reopenings')).toEqual({ 屏幕: 1, 未填写: 0 })
    expect(await apart('fields.fault')).toEqual({ 屏幕: 0, 未填写: 4 })
    expect(await recount(t.desk, { mend: true })).toMatchObject({ differing: 1, mended: 1 })
    expect(await apart('fields.fault')).toEqual({ 屏幕: 1, 未填写: 3 })
    expect(await recount(t.desk)).toMatchObject({ differing: 0 })
  })

  test('a grant bound to a field that is marked no more opens nothing', async () => {
    const bound = seeing({}, { field: 'fields.fault', op: 'isNot', value: 'screen' })
    expect((await summary({}, bound)).total.created).toBe(3)
    const fault = (await t.asks('field.list', { of: 'ticket' })).items.find((one: Answer) => one.key === 'fault')
    await t.does('field.update', { fieldId: fault.id, reported: false })
    expect((await summary({}, bound)).total.created).toBe(0)
  })
})

describe('which fields may be marked', () => {
  test.each([
    ['text', { of: 'ticket', spec: { kind: 'text' } }],
    ['of a customer', { of: 'customer', spec: { kind: 'boolean' } }],
  ])('%s: not', async (name, more) => {
    await expect(t.does('field.create', { name, reported: true, ...more } as never)).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'reported', code: 'field.noReport' }],
    })
  })

  test('ten at a time', async () => {
    for (let n = 7; n <= 10; n++) await field(`more${n}`, `更多 ${n}`, { kind: 'boolean' })
    await expect(field('more11', '更多 11', { kind: 'boolean' })).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'reported', code: 'field.mostReported', params: { most: 10 } }],
    })
  })
})
