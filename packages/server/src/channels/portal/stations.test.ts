import { describe, expect, test } from 'vitest'
import { stationsOf, waitingOf } from './stations.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour))
const fresh = {
  status: 'new',
  run_state: 'running',
  submitted_at: at(1),
  acknowledged_at: null,
  first_response_at: null,
  solved_at: null,
  closed_at: null,
} as const
const taken = { ...fresh, status: 'in_progress', acknowledged_at: at(2) } as const
const answered = { ...taken, first_response_at: at(3) } as const
const solved = { ...answered, status: 'solved', solved_at: at(4) } as const
const closed = { ...solved, status: 'closed', closed_at: at(5) } as const

/** `1 2 . . .`: the hours of the stations that are reached; the present one in brackets. */
const drawn = (ticket: Parameters<typeof stationsOf>[0]): string =>
  stationsOf(ticket)
    .map(({ at: time, state }) => {
      const hour = time ? String(new Date(time).getUTCHours()) : '-'
      return state === 'ahead' ? '.' : state === 'current' ? `(${hour})` : hour
    })
    .join(' ')

describe('the stations of a ticket that is', () => {
  test.each([
    ['new', fresh, '(1) . . . .'],
    ['given to somebody', { ...fresh, status: 'assigned' }, '(1) . . . .'],
    ['taken', taken, '1 2 (2) . .'],
    ['answered', answered, '1 2 (3) . .'],
    ['answered before anybody took it', { ...answered, acknowledged_at: at(9) }, '1 3 (3) . .'],
    ['waiting for the customer', { ...answered, status: 'pending_customer' }, '1 2 (3) . .'],
    ['solved', solved, '1 2 3 (4) .'],
    ['followed up', { ...solved, status: 'follow_up' }, '1 2 (3) . .'],
    ['reopened', { ...answered, status: 'in_progress' }, '1 2 (3) . .'],
    ['closed', closed, '1 2 3 4 (5)'],
    ['closed without a word', { ...closed, acknowledged_at: null, first_response_at: null }, '1 - - 4 (5)'],
    ['cancelled', { ...fresh, status: 'closed', run_state: 'cancelled', closed_at: at(5) }, '1 - - - (5)'],
  ] as const)('%s', (_, ticket, line) => {
    expect(drawn(ticket)).toBe(line)
  })
})

test.each([
  ['new', 'running', 'acceptance'],
  ['assigned', 'running', 'acceptance'],
  ['in_progress', 'running', 'us'],
  ['pending_customer', 'running', 'you'],
  ['on_hold', 'running', 'others'],
  ['in_progress', 'paused', 'pause'],
  ['solved', 'running', 'confirmation'],
  ['follow_up', 'running', 'followUp'],
  ['closed', 'running', 'nothing'],
  ['closed', 'cancelled', 'withdrawn'],
  ['closed', 'force_ended', 'ended'],
  ['merged', 'running', 'nothing'],
] as const)('%s and %s waits for %s', (status, run_state, expected) => {
  expect(waitingOf({ ...fresh, status, run_state })).toBe(expected)
})

test('what was accepted once waits for us, whoever has it now', () => {
  expect(waitingOf({ ...taken, status: 'assigned' })).toBe('us')
  expect(waitingOf({ ...fresh, first_response_at: at(3) })).toBe('us')
})
