import { expect, test } from 'vitest'
import { freezes, withholds } from './withholds.ts'

test.each([
  ['customerId', ['customerId'], true],
  ['customer', ['customerId'], true],
  ['customer.level', ['customerId'], true],
  ['customer.level', ['customer.level'], true],
  ['customer', ['customer.level'], false],
  ['customers', ['customerId'], false],
  ['fields.cost.own', ['fields.cost'], true],
  ['fields.costs', ['fields.cost'], false],
  ['category', ['departmentId'], false],
])('%s, when %j is withheld: %s', (field, hidden, is) => {
  expect(withholds(hidden, field)).toBe(is)
})

test.each([
  ['fields.cost', ['fields.cost'], true],
  ['fields.address.detail', ['fields.address'], true],
  ['fields.costs', ['fields.cost'], false],
  ['customer', ['customerId'], false],
  ['tags', [], false],
])('%s, when %j is frozen: %s', (field, frozen, is) => {
  expect(freezes(frozen, field)).toBe(is)
})
