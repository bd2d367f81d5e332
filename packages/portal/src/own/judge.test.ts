import {
  type Condition,
  catalogueOf,
  type FieldDefinition,
  type FieldSpec,
  type Form,
  standingOfForm,
} from '@baton/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, shownIn } from './judge.ts'

const keys = ['a', 'b', 'c', 'd']
const options = ['x', 'y'].map(key => ({ key, name: key }))
const fields = keys.map(key => ({
  key,
  name: key,
  nameEn: null,
  help: null,
  spec: { kind: 'choice' as const, options },
  default: null,
}))
const zone = 'Asia/Shanghai'
const item = (key: string, more: object = {}) =>
  ({ field: `fields.${key}`, width: 'full', required: 'open', onPortal: true, ...more }) as Form[number]
const is = (key: string, value: string): Condition => ({ field: `fields.${key}`, op: 'is', value })
const stands = (form: Form, values: object, parts = {}) =>
  judge({ form, fields, parts, values: values as Record<string, unknown>, zone }).map(({ visible, required }) =>
    visible ? required : 'hidden',
  )

describe('what is asked', () => {
  test.each<[string, Form, object, object, string[]]>([
    ['without conditions', [item('a')], {}, {}, ['open']],
    ['hidden', [item('a'), item('b', { visibleWhen: is('a', 'x') })], { a: 'y' }, {}, ['open', 'hidden']],
    ['shown', [item('a'), item('b', { visibleWhen: is('a', 'x') })], { a: 'x' }, {}, ['open', 'open']],
    ['not required', [item('a'), item('b', { requiredWhen: is('a', 'x') })], {}, {}, ['open', 'no']],
    ['of the type', [item('a', { visibleWhen: { field: 'requestType', op: 'is', value: 'r' } })], {}, {}, ['hidden']],
    [
      'of this type',
      [item('a', { visibleWhen: { field: 'requestType', op: 'is', value: 'r' } })],
      {},
      { requestType: 'r' },
      ['open'],
    ],
    [
      'after a field that is hidden by another',
      [
        item('a'),
        item('b', { visibleWhen: is('a', 'x') }),
        item('c', { visibleWhen: { field: 'fields.b', op: 'isNot', value: 'y' } }),
      ],
      { a: 'y', b: 'y' },
      {},
      ['open', 'hidden', 'open'],
    ],
  ])('%s', (_what, form, values, parts, expected) => {
    expect(stands(form, values, parts)).toEqual(expected)
  })

  test.each<[FieldSpec, unknown, string, unknown]>([
    [{ kind: 'boolean' }, true, 'is', true],
    [{ kind: 'number', decimals: 0 }, 3, 'moreThan', 2],
    [{ kind: 'choices', options }, ['x', 'y'], 'contains', 'y'],
    [{ kind: 'date' }, '2026-11-27', 'is', '2026-11-27'],
    [{ kind: 'text', most: 20, format: 'any' }, '急', 'contains', '急'],
  ])('by a field of another kind: %j', (spec, value, op, asked) => {
    const condition = { field: 'fields.a', op, value: asked } as Condition
    const stood = judge({
      form: [item('a'), item('b', { visibleWhen: condition })],
      fields: fields.map(one => (one.key === 'a' ? { ...one, spec } : one)),
      parts: {},
      values: { a: value },
      zone,
    })
    expect(stood.map(({ visible }) => visible)).toEqual([true, true])
  })

  test('a ring of conditions comes to an end', () => {
    const form = [item('a', { visibleWhen: { not: is('a', 'x') } })]
    expect(stands(form, { a: 'x' })).toHaveLength(1)
  })
})

test('the server, which gets only what is shown, finds the same shown and required', () => {
  const condition = (before: readonly string[]) =>
    fc
      .record({
        field: fc.constantFrom(...before.map(key => `fields.${key}`)),
        op: fc.constantFrom('is', 'isNot'),
        value: fc.constantFrom('x', 'y'),
      })
      .map(leaf => leaf as Condition)
  const items = fc.tuple(
    ...keys.map((key, at) => {
      const before = keys.slice(0, at)
      if (before.length === 0) return fc.constant(item(key))
      return fc
        .record({ visibleWhen: condition(before), requiredWhen: condition(before) }, { requiredKeys: [] })
        .map(more => item(key, more))
    }),
  )
  const values = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom('x', 'y'))
  fc.assert(
    fc.property(items, values, (form, said) => {
      const judged = judge({ form, fields, parts: {}, values: said, zone })
      const shown = shownIn(judged)
      const sent = Object.fromEntries(Object.entries(said).filter(([key]) => shown.has(`fields.${key}`)))
      const catalogue = catalogueOf(fields as unknown as FieldDefinition[])
      const found = standingOfForm(form, { fields: sent }, catalogue, { now: new Date(), zone, me: {} })
      expect(judged).toEqual(found)
    }),
  )
})
