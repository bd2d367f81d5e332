import { describe, expect, test } from 'vitest'
import type { Caller } from '../../../kernel/caller.ts'
import type { Picture } from '../../../kernel/configuration.ts'
import { everything } from '../../../kernel/grants.ts'
import { understand } from './understand.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const agents = [
  { id: id(1), name: '王芳', employeeNo: 'CS001' },
  { id: id(2), name: '王芳', employeeNo: 'CS002' },
  { id: id(3), name: 'Li Lei', employeeNo: 'CS003' },
]
const departments = [
  { id: id(4), name: '售后部', path: '客服中心 / 售后部' },
  { id: id(5), name: '维修组', path: '客服中心 / 售后部 / 维修组' },
]
const categories = [
  { id: id(6), name: '售后', path: '售后' },
  { id: id(7), name: '产品维修', path: '售后-产品维修' },
]
const parts: Record<string, unknown> = {
  directory: {
    agents: new Map(agents.map(agent => [agent.id, agent])),
    departments: new Map(departments.map(department => [department.id, department])),
    departmentsUnder: (of: string) => (of === id(4) ? [id(4), id(5)] : [of]),
  },
  categories: { all: categories, isWithin: (one: string, above: string) => one === above || above === id(6) },
  ticketFields: {
    own: { all: [] },
    catalogue: {
      status: { type: 'choice', nullable: false },
      open: { type: 'boolean', nullable: false },
      runState: { type: 'choice', nullable: false },
      urgency: { type: 'choice', nullable: false },
      channel: { type: 'choice', nullable: false },
      requestType: { type: 'choice', nullable: true },
      categoryId: { type: 'ref', nullable: true },
      departmentId: { type: 'ref', nullable: true },
      assigneeId: { type: 'ref', nullable: true },
      'customer.level': { type: 'choice', nullable: true },
      createdAt: { type: 'time', nullable: false },
      updatedAt: { type: 'time', nullable: false },
    },
  },
  requestTypes: { all: [{ key: 'repair', name_zh: '报修', name_en: 'Repair' }] },
}
const asker = {
  picture: { version: 1, of: (part: { name: string }) => parts[part.name] } as unknown as Picture,
  caller: { locale: 'zh-CN', zone: 'Asia/Shanghai', grants: everything, me: { id: id(1) } } as unknown as Caller,
  now: new Date('2026-11-22T02:00:00Z'),
}
const conditions = (text: string) => {
  const { condition } = understand(text, asker)
  return condition && 'all' in condition ? condition.all : condition
}

describe('a filter is a condition like any other', () => {
  test.each<[string, unknown]>([
    ['状态:处理中', { field: 'status', op: 'is', value: 'in_progress' }],
    ['status:in_progress', { field: 'status', op: 'is', value: 'in_progress' }],
    ['status:"In progress"', { field: 'status', op: 'is', value: 'in_progress' }],
    ['狀態:處理中', { field: 'status', op: 'is', value: 'in_progress' }],
    ['状态:未结', { field: 'open', op: 'is', value: true }],
    ['status:done', { field: 'open', op: 'is', value: false }],
    ['状态:已暂停', { field: 'runState', op: 'is', value: 'paused' }],
    [
      '状态:处理中,待客户',
      {
        any: [
          { field: 'status', op: 'is', value: 'in_progress' },
          { field: 'status', op: 'is', value: 'pending_customer' },
        ],
      },
    ],
    ['紧急程度:特急', { field: 'urgency', op: 'isOneOf', value: ['critical'] }],
    ['urgency:urgent、normal', { field: 'urgency', op: 'isOneOf', value: ['urgent', 'normal'] }],
    ['渠道:电话', { field: 'channel', op: 'isOneOf', value: ['phone'] }],
    ['类型:报修', { field: 'requestType', op: 'isOneOf', value: ['repair'] }],
    ['type:repair', { field: 'requestType', op: 'isOneOf', value: ['repair'] }],
    ['等级:vip', { field: 'customer.level', op: 'isOneOf', value: ['vip', 'VIP'] }],
    ['处理人:王芳', { field: 'assigneeId', op: 'isOneOf', value: [id(1), id(2)] }],
    ['处理人:cs003', { field: 'assigneeId', op: 'isOneOf', value: [id(3)] }],
    ['assignee:"li lei"', { field: 'assigneeId', op: 'isOneOf', value: [id(3)] }],
    ['处理人:我', { field: 'assigneeId', op: 'is', value: '$me' }],
    ['处理人:无', { field: 'assigneeId', op: 'isEmpty' }],
    ['部门:售后部', { field: 'departmentId', op: 'isOneOf', value: [id(4), id(5)] }],
    ['部门:客服中心/售后部/维修组', { field: 'departmentId', op: 'isOneOf', value: [id(5)] }],
    ['分类:售后', { field: 'categoryId', op: 'isOneOf', value: [id(6), id(7)] }],
    ['分类:售后-产品维修', { field: 'categoryId', op: 'isOneOf', value: [id(7)] }],
    ['category:产品维修', { field: 'categoryId', op: 'isOneOf', value: [id(7)] }],
    ['创建:7d', { field: 'createdAt', op: 'withinLast', value: 'P7D' }],
    ['updated:24h', { field: 'updatedAt', op: 'withinLast', value: 'PT24H' }],
  ])('%s', (text, condition) => {
    expect(conditions(text)).toEqual([condition])
  })

  test('several must all hold, beside the words', () => {
    expect(understand('洗衣机 状态:未结 "脱水 异响" 渠道:电话', asker)).toEqual({
      wanted: [{ text: '洗衣机' }, { text: '脱水 异响' }],
      condition: {
        all: [
          { field: 'open', op: 'is', value: true },
          { field: 'channel', op: 'isOneOf', value: ['phone'] },
        ],
      },
    })
  })

  test.each([
    ['客户:李雷', ['customer', 'externalId']],
    ['编号:G2026', ['number']],
    ['标签:VIP', ['tags']],
  ])('%s is a word in one place', (text, places) => {
    const { wanted, condition } = understand(text, asker)
    expect([wanted[0]?.in, condition]).toEqual([places, undefined])
  })
})

test.each([
  ['状态:乱写', 'search.choice', '未结、已结、未分派'],
  ['处理人:李四', 'search.value', undefined],
  ['部门:没有', 'search.value', undefined],
  ['渠道:', 'search.missing', undefined],
  ['创建:以前', 'search.choice', '7d'],
])('%s is said to mean nothing', (text, code, options) => {
  try {
    understand(text, asker)
    expect.unreachable()
  } catch (problem) {
    expect(problem).toMatchObject({ status: 422, fields: [{ path: 'text', code }] })
    if (options) expect(JSON.stringify(problem)).toContain(options)
  }
})
