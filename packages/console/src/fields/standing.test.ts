import type { Form } from '@baton/contract'
import { expect, test } from 'vitest'
import { stand } from './standing.ts'
import type { FieldRecord } from './useFields.ts'

const field = (key: string, spec: FieldRecord['spec']): FieldRecord => ({
  id: key,
  of: 'ticket',
  key,
  name: key,
  nameEn: null,
  help: null,
  spec,
  default: null,
  unique: false,
  indexed: false,
  reported: false,
  position: 1,
  archived: false,
  version: 1,
  allowed: [],
})
const definitions = [
  field('price', { kind: 'number', decimals: 2 }),
  field('count', { kind: 'number', decimals: 0 }),
  field('sum', { kind: 'formula', expression: 'price * count', result: 'number', decimals: 2 }),
  field('visitAt', { kind: 'time' }),
  field('why', { kind: 'longText', most: 100 }),
]
const environment = {
  now: new Date('2026-11-20T00:00:00Z'),
  zone: 'Asia/Shanghai',
  me: { id: 'me', departments: ['d'] },
}
const item = (name: string, more: object = {}) => ({
  field: name,
  width: 'full' as const,
  required: 'no' as const,
  onPortal: false,
  ...more,
})
const standing = (form: Form, values: Record<string, unknown>, record: object = {}) =>
  stand({ of: 'ticket', form, definitions, record: { ...record }, values, environment })

test('formulas are worked out, and conditions see what comes of them', () => {
  const form: Form = [
    item('fields.why', {
      required: 'open',
      requiredWhen: { field: 'fields.sum', op: 'atLeast', value: 100 },
    }),
  ]
  const cheap = standing(form, { price: 9.5, count: 2 })
  expect(cheap.values).toMatchObject({ sum: 19 })
  expect(cheap.items[0]?.required).toBe('no')
  expect(standing(form, { price: 50, count: 2 }).items[0]?.required).toBe('open')
  expect(standing(form, { price: 50 }).values).toMatchObject({ sum: null })
})

test('times are compared as instants, whatever offset they are written with', () => {
  const form: Form = [item('fields.why', { visibleWhen: { field: 'fields.visitAt', op: 'after', value: '$now' } })]
  expect(standing(form, { visitAt: '2026-11-20T07:59:00+08:00' }).items[0]?.visible).toBe(false)
  expect(standing(form, { visitAt: '2026-11-20T08:01:00+08:00' }).items[0]?.visible).toBe(true)
})

test('the ticket itself is asked about', () => {
  const form: Form = [
    { section: '紧急处理', visibleWhen: { field: 'urgency', op: 'is', value: 'critical' } },
    item('fields.why', { required: 'solve' }),
  ]
  expect(standing(form, {}, { urgency: 'normal' }).items.map(({ visible }) => visible)).toEqual([false, false])
  expect(standing(form, {}, { urgency: 'critical' }).items.map(({ visible, required }) => [visible, required])).toEqual(
    [
      [true, 'no'],
      [true, 'solve'],
    ],
  )
})

test('what the reader may not see is left to the server: shown, and not asked for', () => {
  const form: Form = [
    item('fields.why', {
      required: 'open',
      requiredWhen: { field: 'fields.secret', op: 'isNotEmpty' },
      visibleWhen: { field: 'fields.secret', op: 'isNotEmpty' },
    }),
    item('fields.count', { visibleWhen: { field: 'assigneeId', op: 'is', value: '$me.boss' } }),
  ]
  expect(standing(form, {}).items.map(({ visible, required }) => [visible, required])).toEqual([
    [true, 'no'],
    [true, 'no'],
  ])
})
