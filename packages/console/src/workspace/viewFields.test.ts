import type { FieldSpec } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import type { OwnField } from './useOwnFields.ts'
import { fieldsFor, ownFieldOf, type Use } from './viewFields.ts'

const own = (key: string, spec: FieldSpec, archived = false) => ({ key, spec, archived }) as OwnField
const options = [{ key: 'a', name: '甲' }]
const nothingHidden = () => false
const ofOwn = (use: Use, spec: FieldSpec) => fieldsFor(use, [own('k', spec)], nothingHidden).includes('fields.k')

describe('what an own field is good for', () => {
  test.each([
    ['choice', { kind: 'choice', options }, 'column order group'],
    ['choices', { kind: 'choices', options }, 'column'],
    ['boolean', { kind: 'boolean' }, 'column order group'],
    ['person', { kind: 'person' }, 'column group'],
    ['customer', { kind: 'customer' }, 'column'],
    ['amount', { kind: 'amount', currency: 'CNY' }, 'column order'],
    ['date', { kind: 'date' }, 'column order'],
    ['address', { kind: 'address', level: 'city', detail: true }, 'column'],
  ] as [string, FieldSpec, string][])('%s', (_, spec, uses) => {
    const found = (['column', 'order', 'group'] as const).filter(use => ofOwn(use, spec))
    expect(found.join(' ')).toBe(uses)
  })
})

test('what is hidden or out of use is not offered', () => {
  const fields = [own('cost', { kind: 'number', decimals: 0 }), own('old', { kind: 'boolean' }, true)]
  const isHidden = (id: string) => id === 'satisfaction' || id === 'fields.cost'
  const offered = fieldsFor('column', fields, isHidden)
  expect(offered).toContain('subject')
  expect(offered.filter(id => id === 'satisfaction' || id.startsWith('fields.'))).toEqual([])
})

test('an own field is found by its id', () => {
  const field = own('subject', { kind: 'boolean' })
  expect(ownFieldOf([field], 'fields.subject')).toBe(field)
  expect(ownFieldOf([field], 'subject')).toBeUndefined()
})
