import { expect, test } from 'vitest'
import { withholds } from './withholds.ts'

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
