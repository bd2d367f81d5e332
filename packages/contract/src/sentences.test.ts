import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { events, reads, sentence, verbs, wordIn } from './index.ts'

const locales = ['zh-CN', 'en']
const people: Record<string, string> = {
  '018f0000-0000-7000-8000-000000000001': '张三',
  '018f0000-0000-7000-8000-00000000000d': '售后部',
}
const [zhang, afterSales] = Object.keys(people) as [string, string]
const names = (id: string) => people[id]
const by = (name: string, kind = 'person') => ({ actor_kind: kind, actor_name: name })

/** Every choice that can be changed, as [field, value]. */
const choices = Object.entries(verbs)
  .filter(([name]) => name.endsWith('.update'))
  .flatMap(([, { input }]) => Object.entries(input.shape))
  .flatMap(([field, shape]) => {
    let inner: z.core.$ZodType = shape as z.core.$ZodType
    while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault)
      inner = inner.unwrap()
    return inner instanceof z.ZodEnum ? inner.options.map(value => [field, String(value)] as const) : []
  })

describe.each(locales)('in %s', locale => {
  test.each(Object.entries(events))('%s has a sentence of what it holds', (type, { payload }) => {
    const pattern = wordIn(locale, 'event', type)
    expect(pattern, type).toBeDefined()
    const known = ['actor', ...Object.keys(payload.shape)]
    for (const [, name] of pattern?.matchAll(/\{(\w+)\}/g) ?? []) expect(known).toContain(name)
    const brackets = pattern?.replace(/[^[\]]/g, '') ?? ''
    expect(brackets).toMatch(/^(\[\])*$/)
  })

  test.each([...Object.keys(verbs), ...Object.keys(reads)])('%s has a label', name => {
    expect(wordIn(locale, 'verb', name)).toBeTruthy()
  })
})

test.each(choices)('a change of %s to %s is told in Chinese words, not by its key', (field, value) => {
  const changes = [{ field, from: null, to: value }]
  const event = { ...by('李四'), type: 'department.updated', payload: { name: '售后部', changes } }
  expect(sentence('zh-CN', event, names)).not.toContain(value)
})

test.each([
  [
    'a person hands over, with a reason',
    {
      ...by('李四'),
      type: 'ticket.transferred',
      payload: { to: { departmentId: afterSales, assigneeId: zhang }, reason: '需要技术支持', note: null },
    },
    '李四 把工单转给 张三（售后部）：需要技术支持',
    '李四 transferred it to 张三 (售后部): 需要技术支持',
  ],
  [
    'to a department: its pool',
    {
      ...by('李四'),
      type: 'ticket.transferred',
      payload: { to: { departmentId: afterSales, assigneeId: null }, reason: '转', note: '客户在等' },
    },
    '李四 把工单转给 售后部：转（客户在等）',
    '李四 transferred it to 售后部: 转 (客户在等)',
  ],
  [
    'what is empty takes its brackets along',
    { ...by('李四'), type: 'agent.disabled', payload: { name: '张三', reason: null } },
    '李四 停用了人员 张三',
    '李四 disabled 张三',
  ],
  [
    'changes by their labels',
    {
      ...by('李四'),
      type: 'ticket.updated',
      payload: {
        changes: [
          { field: 'urgency', from: 'normal', to: 'urgent' },
          { field: 'assigneeId', from: null, to: zhang },
          { field: 'tags', from: [], to: ['退款', '加急'] },
          { field: 'fields.lotNo', from: null, to: 'A{x}1' },
        ],
      },
    },
    '李四 修改了 紧急程度：一般 → 紧急；处理人：空 → 张三；标签：空 → 退款、加急；lotNo：空 → A{x}1',
    '李四 changed urgency: normal → urgent; assignee: none → 张三; tags: none → 退款, 加急; lotNo: none → A{x}1',
  ],
  [
    'what is too large or has no name is only said to be changed',
    {
      ...by('李四'),
      type: 'role.updated',
      payload: {
        name: '质检',
        changes: [
          { field: 'grants', from: { '*': true }, to: {} },
          { field: 'parentId', from: null, to: '018f0000-0000-7000-8000-0000000000ff' },
        ],
      },
    },
    '李四 修改了角色 质检：权限 已修改；上级 已修改',
    '李四 changed the role 质检: grants changed; parent changed',
  ],
  [
    'a list of what is too large is only said to be changed',
    {
      ...by('李四'),
      type: 'macro.updated',
      payload: {
        name: '退款',
        changes: [{ field: 'steps', from: [{ verb: 'a' }, { verb: 'b' }], to: [{ verb: 'a' }] }],
      },
    },
    '李四 修改了宏 退款：步骤 已修改',
    '李四 changed the macro 退款: steps changed',
  ],
  [
    'Baton itself',
    { ...by('timer', 'system'), type: 'ticket.closed', payload: { reason: null, automatic: true, changes: [] } },
    '系统 关闭了工单',
    'Baton closed it',
  ],
  [
    'somebody outside',
    { ...by('', 'outside'), type: 'ticket.received', payload: { channel: 'email' } },
    '客户 通过邮件发来消息',
    'The customer wrote by mail',
  ],
  [
    'a name that looks like a blank to fill stays a name',
    { ...by('{ip}'), type: 'session.opened', payload: { ip: '[::1]' } },
    '{ip} 登录（[::1]）',
    '{ip} signed in ([::1])',
  ],
  [
    'presence',
    { ...by('李四'), type: 'agent.presenceChanged', payload: { name: '张三', from: 'ready', to: 'break' } },
    '张三 的状态：在线 → 小休',
    '张三: ready → on a break',
  ],
])('%s', (_, event, zh, english) => {
  expect(sentence('zh-CN', event, names)).toBe(zh)
  expect(sentence('en', event, names)).toBe(english)
})

test('times are told by the clock of the zone', () => {
  const locked = {
    ...by('', 'outside'),
    type: 'agent.locked',
    payload: { name: '张三', until: '2026-11-22T20:30:00.000Z' },
  }
  expect(sentence('zh-CN', locked, names, 'Asia/Shanghai')).toMatch(/23日 04:30$/)
  expect(sentence('zh-CN', locked, names, 'UTC')).toMatch(/22日 20:30$/)
})

test('a field that is called like a property of every object is just a field', () => {
  const event = {
    ...by('李四'),
    type: 'ticket.updated',
    payload: { changes: [{ field: 'fields.constructor', from: null, to: 'x' }] },
  }
  expect(sentence('zh-CN', event, names)).toBe('李四 修改了 constructor：空 → x')
})

test('an event of a newer version is named as it is called', () => {
  expect(sentence('zh-CN', { ...by('李四'), type: 'ticket.teleported', payload: {} }, names)).toBe('ticket.teleported')
})
