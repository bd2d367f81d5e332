import { expect, test } from 'vitest'
import { fieldsOf } from './condition.ts'
import type { Catalogue } from './field.ts'
import { type ParseOptions, parseCondition } from './parse.ts'
import { conditionSentences } from './problems.ts'

const id = '0198f0a0-7c3e-7abc-8def-01234567890a'

const catalogue: Catalogue = {
  title: { type: 'text', nullable: true },
  owner: { type: 'ref', nullable: true },
  members: { type: 'refs', nullable: true },
  state: { type: 'choice', nullable: false, options: ['new', 'done'] },
  tags: { type: 'choices', nullable: false },
  amount: { type: 'number', nullable: true },
  done: { type: 'boolean', nullable: false },
  dueAt: { type: 'time', nullable: true },
  day: { type: 'date', nullable: true },
  salary: { type: 'number', nullable: true },
}

const options: ParseOptions = { readable: field => field !== 'salary', me: { id: 'one', people: 'many' } }
const parse = (input: unknown) => parseCondition(input, catalogue, options)
const leaf = (field: string, op: string, value?: unknown) => ({ field, op, ...(value !== undefined && { value }) })

test.each<[unknown]>([
  [{ all: [] }],
  [{ all: [{ any: [leaf('title', 'is', 'x')] }, { not: leaf('done', 'is', true) }] }],
  [leaf('title', 'contains', '$now')],
  [leaf('title', 'is', '😀'.repeat(1000))],
  [leaf('title', 'is', '$me')],
  [leaf('title', 'is', '$100')],
  [leaf('owner', 'is', '$me')],
  [leaf('owner', 'isOneOf', '$me.people')],
  [leaf('owner', 'isOneOf', [id, '$me.people', '$me'])],
  [leaf('members', 'containsAll', [id])],
  [leaf('state', 'isOneOf', ['new', 'done'])],
  [leaf('tags', 'contains', 'anything')],
  [leaf('amount', 'between', [1, '9007199254740993'])],
  [leaf('amount', 'is', -0.5)],
  [leaf('dueAt', 'before', '$now')],
  [leaf('dueAt', 'before', { ago: 'P3D' })],
  [leaf('dueAt', 'between', ['2026-11-22T00:00:00+08:00', { ahead: 'PT4H' }])],
  [leaf('dueAt', 'is', '1970-01-01T00:00:00Z')],
  [leaf('dueAt', 'withinLast', 'P7D')],
  [leaf('day', 'isOneOf', ['2024-02-29', '$now'])],
  [leaf('title', 'isEmpty')],
])('%j is accepted as it is', input => {
  expect(parse(input)).toEqual({ condition: input })
})

test('an id is taken in lower case, and a needless null is dropped', () => {
  expect(parse(leaf('owner', 'is', id.toUpperCase()))).toEqual({ condition: leaf('owner', 'is', id) })
  expect(parse({ field: 'title', op: 'isEmpty', value: null })).toEqual({
    condition: { field: 'title', op: 'isEmpty' },
  })
})

const nested = (depth: number): unknown => (depth === 1 ? leaf('title', 'isEmpty') : { not: nested(depth - 1) })
const many = (count: number, part: unknown) => ({ all: Array.from({ length: count }, () => part) })

const wrong: [input: unknown, path: string, code: string][] = [
  [undefined, 'where', 'condition.shape'],
  [null, 'where', 'condition.shape'],
  ['x', 'where', 'condition.shape'],
  [[], 'where', 'condition.shape'],
  [{}, 'where', 'condition.shape'],
  [{ all: {} }, 'where', 'condition.shape'],
  [{ none: [] }, 'where', 'condition.shape'],
  [{ all: [leaf('title', 'isEmpty'), 5] }, 'where.all.1', 'condition.shape'],
  [{ not: [] }, 'where.not', 'condition.shape'],
  [{ all: [], any: [] }, 'where.any', 'condition.key'],
  [{ field: 'title', op: 'isEmpty', all: [] }, 'where.all', 'condition.key'],
  [nested(9), `where${'.not'.repeat(8)}`, 'condition.depth'],
  [many(101, leaf('title', 'isEmpty')), 'where.all.100', 'condition.size'],
  [many(100, { all: [] }), 'where.all.99', 'condition.size'],
  [leaf('salary', 'is', 5), 'where.field', 'condition.field'],
  [leaf('slry', 'is', 5), 'where.field', 'condition.field'],
  [leaf('toString', 'isEmpty'), 'where.field', 'condition.field'],
  [{ op: 'isEmpty' }, 'where.field', 'condition.field'],
  [{ field: { toString: 1 }, op: 'isEmpty' }, 'where.field', 'condition.field'],
  [leaf('title', 'lessThan', 'x'), 'where.op', 'condition.operator'],
  [leaf('title', 'constructor', 'x'), 'where.op', 'condition.operator'],
  [{ field: 'title' }, 'where.op', 'condition.operator'],
  [{ field: 'title', op: { toString: 1 } }, 'where.op', 'condition.operator'],
  [leaf('title', 'isEmpty', 'x'), 'where.value', 'condition.noValue'],
  [leaf('title', 'isEmpty', false), 'where.value', 'condition.noValue'],
  [leaf('title', 'isOneOf', 'x'), 'where.value', 'condition.list'],
  [leaf('title', 'isOneOf', []), 'where.value', 'condition.list'],
  [leaf('title', 'isOneOf', Array(1001).fill('x')), 'where.value', 'condition.list'],
  [leaf('title', 'isOneOf'), 'where.value', 'condition.list'],
  [leaf('amount', 'between', [1]), 'where.value', 'condition.two'],
  [leaf('amount', 'between', [1, 2, 3]), 'where.value', 'condition.two'],
  [leaf('dueAt', 'withinLast', { ago: 'P3D' }), 'where.value', 'condition.duration'],
  [leaf('dueAt', 'withinLast', 'P101Y'), 'where.value', 'condition.duration'],
  [leaf('title', 'is', ''), 'where.value', 'condition.text'],
  [leaf('title', 'is', 5), 'where.value', 'condition.text'],
  [leaf('title', 'is', null), 'where.value', 'condition.text'],
  [leaf('title', 'is'), 'where.value', 'condition.text'],
  [leaf('title', 'is', 'x'.repeat(1001)), 'where.value', 'condition.text'],
  [leaf('title', 'is', 'a\0'), 'where.value', 'condition.characters'],
  [leaf('title', 'containsAny', ['x', '\ud83d']), 'where.value.1', 'condition.characters'],
  [leaf('tags', 'contains', 'a\0'), 'where.value', 'condition.characters'],
  [leaf('owner', 'is', 'x'), 'where.value', 'condition.id'],
  [leaf('owner', 'is', [id]), 'where.value', 'condition.id'],
  [leaf('members', 'containsAny', [id, 7]), 'where.value.1', 'condition.id'],
  [leaf('state', 'is', 'New'), 'where.value', 'condition.option'],
  [leaf('amount', 'is', 'x'), 'where.value', 'condition.number'],
  [leaf('amount', 'is', true), 'where.value', 'condition.number'],
  [leaf('amount', 'is', '1e5'), 'where.value', 'condition.number'],
  [leaf('amount', 'is', '$me'), 'where.value', 'condition.number'],
  [leaf('amount', 'is', 9007199254740992), 'where.value', 'condition.largeNumber'],
  [leaf('done', 'is', 'true'), 'where.value', 'condition.boolean'],
  [leaf('dueAt', 'before', '2026-11-22'), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', '2026-11-22T00:00:00'), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', '2026-02-30T00:00:00Z'), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', '2026-02-20T25:00:00Z'), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', '0001-01-01T00:00:00+14:00'), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', '9999-12-31T23:59:59.999Z'), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', 1700000000000), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', { ago: 'x' }), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', { ago: 'P1D', ahead: 'P1D' }), 'where.value', 'condition.time'],
  [leaf('dueAt', 'before', '$me'), 'where.value', 'condition.time'],
  [leaf('day', 'before', '2026-02-29'), 'where.value', 'condition.date'],
  [leaf('day', 'before', '2026-11-22T00:00:00Z'), 'where.value', 'condition.date'],
  [leaf('owner', 'is', '$me.peple'), 'where.value', 'condition.reference'],
  [leaf('owner', 'isOneOf', '$me.toString'), 'where.value', 'condition.reference'],
  [leaf('owner', 'is', '$me.people'), 'where.value', 'condition.oneReference'],
]

test.each(wrong)('%j is wrong at %s: %s', (input, path, code) => {
  expect(parse(input)).toEqual({ problems: [expect.objectContaining({ path, code })] })
})

test('every problem there is has a case, and a place in its sentences for each param', () => {
  expect(new Set(wrong.map(([, , code]) => code))).toEqual(new Set(Object.keys(conditionSentences)))
  for (const [input] of wrong) {
    const parsed = parse(input)
    for (const { code, params } of 'problems' in parsed ? parsed.problems : []) {
      for (const sentence of Object.values(conditionSentences[code])) {
        const told = [...sentence.matchAll(/\{(\w+)\}/g)].map(found => found[1])
        expect(Object.keys(params ?? {}), `${code}: ${sentence}`).toEqual(expect.arrayContaining(told))
      }
    }
  }
})

test('several problems are told at once, under the path that was given', () => {
  const input = { any: [leaf('nothing', 'is', 1), leaf('amount', 'isOneOf', ['x', 1, 'y'])] }
  expect(parseCondition(input, catalogue, { path: 'rule.where' })).toEqual({
    problems: [
      { path: 'rule.where.any.0.field', code: 'condition.field', params: { field: 'nothing' } },
      { path: 'rule.where.any.1.value.0', code: 'condition.number' },
      { path: 'rule.where.any.1.value.2', code: 'condition.number' },
    ],
  })
})

test('a field that may not be read is told in the same words as one that does not exist', () => {
  const [hidden, missing] = [parse(leaf('salary', 'is', 'x')), parse(leaf('nosuch', 'is', 'x'))]
  expect(JSON.stringify(hidden).replaceAll('salary', 'nosuch')).toBe(JSON.stringify(missing))
})

test('whatever is sent, the work and the answer are bounded', () => {
  let deep: unknown = {}
  for (let depth = 0; depth < 100_000; depth++) deep = { not: deep }
  const wide = many(100_000, { field: 'x'.repeat(1000) })
  const groups = many(1000, many(1000, { all: [] }))
  const started = performance.now()
  for (const input of [deep, wide, groups, leaf('amount', 'isOneOf', Array(1000).fill('x'))]) {
    expect(JSON.stringify(parse(input)).length).toBeLessThan(20_000)
  }
  expect(performance.now() - started).toBeLessThan(3000)
})

test('fieldsOf tells each field once', () => {
  const parts = [leaf('title', 'isEmpty'), { not: { any: [leaf('day', 'isEmpty'), leaf('title', 'is', 'x')] } }]
  const parsed = parse({ all: parts })
  expect('condition' in parsed && fieldsOf(parsed.condition)).toEqual(['title', 'day'])
})
