import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordIn } from './locales/index.ts'
import { namedText } from './named-text.ts'
import {
  asWritten,
  fillText,
  isPlaceholder,
  placeholderNames,
  placeholderProblems,
  placeholdersIn,
  placeholderValues,
  type SaidWord,
  type SeenTicket,
  textParts,
} from './placeholders.ts'

const values = { 'customer.name': '李雷', 'customer.salutation': '先生', 'ticket.number': 'G1', 'ticket.category': '' }

test.each([
  ['您好', '您好'],
  ['{{customer.name}}您好', '李雷您好'],
  ['{{ customer.name }}{{customer.salutation}}，您好', '李雷先生，您好'],
  // Empty and missing alike leave nothing but the fallback.
  ['[{{ticket.category}}]', '[]'],
  ['[{{ticket.category|未分类}}]', '[未分类]'],
  ['[{{ticket.dueAt}}]', '[]'],
  ['[{{ticket.dueAt| 尽快 }}]', '[尽快]'],
  ['{{customer.name|客户}}', '李雷'],
  ['{{fields.orderNo|无}}', '无'],
  ['\\{{customer.name}}', '{{customer.name}}'],
  ['\\\\{{customer.name}}', '\\{{customer.name}}'],
  // What is no placeholder stays as it stands.
  ['{customer.name}', '{customer.name}'],
  ['{{customer.name', '{{customer.name'],
  ['{{}}', ''],
  ['a {{ b {{ticket.number}} c', 'a {{ b G1 c'],
  ['{{{ticket.number}}}', '{{{ticket.number}}}'],
  ['{{customer.name|{x}}}', '{{customer.name|{x}}}'],
  // A value is never read again.
  ['{{toString}}{{__proto__}}{{constructor}}', ''],
])('%s is said as %s', (text, said) => expect(fillText(text, values)).toBe(said))

test('a value with brackets is words', () => {
  expect(fillText('{{customer.name}}', { 'customer.name': '{{ticket.number}}', 'ticket.number': 'G1' })).toBe(
    '{{ticket.number}}',
  )
})

test.each([
  ['您好', []],
  ['{{customer.name|客户}}\\{{x}}', []],
  ['{{customer.nmae}}', [['placeholder.unknown', 'customer.nmae']]],
  ['{{}}', [['placeholder.unknown', '']]],
  ['{{fields.orderNo}}{{fields.订单}}', []],
  [
    '{{fields.}}{{fields.a b}}{{fields.a.b}}',
    ['fields.', 'fields.a b', 'fields.a.b'].map(n => ['placeholder.unknown', n]),
  ],
  ['{{customer.name', [['placeholder.broken', '{{']]],
  [
    '{{x}} {{',
    [
      ['placeholder.unknown', 'x'],
      ['placeholder.broken', '{{'],
    ],
  ],
])('in %s is wrong %o', (text, wrong) =>
  expect(placeholderProblems(text).map(({ code, params }) => [code, params.name])).toEqual(wrong),
)

test('names are told once, in their order', () => {
  expect(placeholdersIn('{{today}} {{customer.name}} {{today|x}} {{what}}')).toEqual(['today', 'customer.name', 'what'])
})

test('in a list, placeholders stand by their names', () => {
  expect(namedText('{{customer.name|客户}}您好 \\{{x}} {{fields.a}} {{', 'zh-CN')).toBe(
    '〔客户姓名〕您好 {{x}} 〔fields.a〕 {{',
  )
})

test('every placeholder has a name in every language, and a value', () => {
  const all = placeholderValues(ticket, said)
  for (const name of placeholderNames) {
    expect(isPlaceholder(name)).toBe(true)
    expect(wordIn('zh-CN', 'placeholder', name)).toBeTruthy()
    expect(wordIn('en', 'placeholder', name)).toBeTruthy()
    expect(all[name], name).toBeTruthy()
  }
})

const said = {
  locale: 'zh-CN',
  word: ((section, key) => wordIn('zh-CN', section, key)) satisfies SaidWord,
  zone: 'Asia/Shanghai',
  now: new Date('2026-11-22T20:00:00Z'),
  agentName: '张三',
  deskName: '晴空客服',
}
const ticket = {
  number: 'G20261122001',
  subject: '退款',
  categoryId: 'c',
  departmentId: 'd',
  customerId: 'k',
  category: '售后-退款',
  urgency: 'urgent',
  dueAt: '2026-11-23T02:30:00.000Z',
  department: { id: 'd', name: '售后部' },
  customer: { name: '李雷', salutation: 'ms', company: '晴空' },
  fields: { orderNo: 'A1', count: 2, gift: true, list: ['红', '蓝'], address: { detail: 'x' } },
} as unknown as SeenTicket

test('a ticket’s values, told by the clocks of the zone', () => {
  expect(placeholderValues(ticket, said)).toMatchObject({
    'customer.name': '李雷',
    'customer.salutation': '女士',
    'ticket.urgency': '紧急',
    'ticket.dueAt': '2026年11月23日 10:30',
    today: '2026年11月23日',
    'fields.orderNo': 'A1',
    'fields.count': '2',
    'fields.gift': '是',
    'fields.list': '红、蓝',
    'fields.address': '',
  })
})

test('what its reader may not see is empty', () => {
  const { 'customer.name': name, 'ticket.number': number, 'ticket.dueAt': dueAt } = placeholderValues({}, said)
  expect([name, number, dueAt]).toEqual([undefined, undefined, undefined])
  const { customerId: _, ...hidden } = ticket
  expect(placeholderValues(hidden, said)['customer.name']).toBeFalsy()
})

test('laws: words without brackets stay, written words come back, parts make up the whole', () => {
  const piece = fc.oneof(
    fc.constantFrom('{{', '}}', '\\', '|', '{{customer.name}}', '\\{{', '{', '}', ' '),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('')),
      text => {
        if (!text.includes('{{')) expect(fillText(text, values)).toBe(text)
        if (!text.includes('\\')) expect(fillText(asWritten(text), values)).toBe(text)
        const whole = textParts(text).map(part => {
          if ('text' in part) return part.text
          return 'broken' in part ? part.broken : part.raw
        })
        expect(whole.join('')).toBe(text.replaceAll('\\{{', '{{'))
      },
    ),
    { numRuns: 500 },
  )
})
