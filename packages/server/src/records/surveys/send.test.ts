import { expect, test } from 'vitest'
import { isAsked } from './send.ts'

const solved = { status: 'solved', run_state: 'running', customer_id: 'c', resolve_count: 1 } as const

test.each([
  ['solved', solved, 'solved', true],
  ['solved, to be asked at the closing', solved, 'closed', false],
  ['closed, to be asked at the closing', { ...solved, status: 'closed' }, 'closed', true],
  ['closed straight away', { ...solved, status: 'closed' }, 'solved', true],
  ['never to be asked', solved, 'off', false],
  ['closed, never to be asked', { ...solved, status: 'closed' }, 'off', false],
  ['cancelled', { ...solved, status: 'closed', run_state: 'cancelled' }, 'closed', false],
  ['force-ended', { ...solved, status: 'closed', run_state: 'force_ended' }, 'solved', false],
  ['merged', { ...solved, status: 'merged' }, 'solved', false],
  ['taken up again meanwhile', { ...solved, status: 'in_progress' }, 'solved', false],
  ['followed up meanwhile', { ...solved, status: 'follow_up' }, 'solved', false],
  ['an internal matter', { ...solved, customer_id: null }, 'solved', false],
  ['never resolved', { ...solved, status: 'closed', resolve_count: 0 }, 'closed', false],
] as const)('%s', (_, ticket, moment, expected) => {
  expect(isAsked(ticket, moment)).toBe(expected)
})
