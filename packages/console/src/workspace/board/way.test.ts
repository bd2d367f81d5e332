import type { TicketRecord } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { verbOrder } from '../../tickets/verbs.ts'
import { type Value, wayTo } from './way.ts'

const all = [...verbOrder, 'ticket.update']
const ticket = (more: Partial<TicketRecord> = {}): TicketRecord =>
  ({
    id: 't',
    status: 'in_progress',
    runState: 'running',
    urgency: 'normal',
    requestType: null,
    categoryId: 'c1',
    departmentId: 'd1',
    assigneeId: 'p1',
    channel: 'form',
    customer: { level: 'VIP' },
    fields: { stage: 'early', paid: true },
    allowed: all,
    ...more,
  }) as TicketRecord
const mover = (...frozen: string[]) => ({ id: 'me', isFrozen: (field: string) => frozen.includes(field) })
const way = (field: string, value: Value, more?: Partial<TicketRecord>) => wayTo(field, value, ticket(more), mover())

describe('what is a plain change', () => {
  test.each([
    ['urgency', 'critical', { urgency: 'critical' }],
    ['requestType', 'repair', { requestType: 'repair' }],
    ['categoryId', null, { category: null }],
    ['fields.stage', 'late', { fields: { stage: 'late' } }],
    ['fields.paid', null, { fields: { paid: null } }],
  ] as [string, Value, object][])('%s to %s', (field, value, change) => {
    expect(way(field, value)).toEqual({ verb: 'ticket.update', input: { ticketId: 't', ...change } })
    expect(way(field, value, { allowed: [] })).toEqual({ why: 'notAllowed', verbs: ['ticket.update'] })
  })
})

test.each(['urgency', 'categoryId', 'fields.stage'])('%s stays where one may not change it', field => {
  expect(wayTo(field, null, ticket(), mover(field))).toEqual({ why: 'frozen', verbs: [] })
  expect(wayTo(field, null, ticket(), mover('tags'))).toMatchObject({ verb: 'ticket.update' })
})

describe('whose it is', () => {
  test.each([
    ['another’s', 'p2', {}, { verb: 'ticket.assign', input: { ticketId: 't', assigneeId: 'p2' } }],
    ['nobody’s', null, {}, { verb: 'ticket.assign', input: { ticketId: 't', departmentId: 'd1' } }],
    [
      'one’s own, out of the pool',
      'me',
      { assigneeId: null, status: 'new' },
      { verb: 'ticket.claim', input: { ticketId: 't' } },
    ],
    ['not allowed', 'p2', { allowed: ['ticket.update'] }, { why: 'notAllowed', verbs: ['ticket.assign'] }],
  ] as [string, Value, Partial<TicketRecord>, object][])('%s', (_, value, more, found) => {
    expect(
      way('assigneeId', value, { ...more, ...(more.assigneeId === null && { allowed: ['ticket.claim'] }) }),
    ).toEqual(found)
  })

  test('another department asks for the reason; none there cannot be', () => {
    expect(way('departmentId', 'd2')).toEqual({ sheet: 'ticket.transfer', given: { departmentId: 'd2' } })
    expect(way('departmentId', null)).toEqual({ why: 'nobody', verbs: [] })
  })
})

describe('by status', () => {
  test.each([
    ['in_progress', 'pending_customer', { verb: 'ticket.await', input: { ticketId: 't' } }],
    ['in_progress', 'on_hold', { sheet: 'ticket.hold' }],
    ['in_progress', 'solved', { sheet: 'ticket.solve' }],
    ['assigned', 'in_progress', { verb: 'ticket.acknowledge', input: { ticketId: 't' } }],
    ['solved', 'closed', { verb: 'ticket.close', input: { ticketId: 't' } }],
    ['pending_customer', 'in_progress', { why: 'none', verbs: [] }],
    ['in_progress', 'closed', { why: 'several', verbs: ['ticket.close', 'ticket.cancel', 'ticket.forceEnd'] }],
    ['new', 'merged', { why: 'none', verbs: [] }],
  ] as [TicketRecord['status'], Value, object][])('%s to %s', (status, value, found) => {
    expect(way('status', value, { status })).toEqual(found)
  })

  test('of several ways the only one that is allowed is taken, and what is not allowed says so', () => {
    const closing = (allowed: string[]) => way('status', 'closed', { allowed })
    expect(closing(['ticket.close'])).toEqual({ sheet: 'ticket.close' })
    expect(way('status', 'closed', { allowed: ['ticket.close'], status: 'solved' })).toEqual({
      verb: 'ticket.close',
      input: { ticketId: 't' },
    })
    expect(closing([])).toMatchObject({ why: 'notAllowed' })
  })
})

test.each([
  ['runState', 'paused', { sheet: 'ticket.pause' }],
  ['runState', 'force_ended', { sheet: 'ticket.forceEnd' }],
  ['channel', 'email', { why: 'fixed', verbs: [] }],
  ['customer.level', null, { why: 'fixed', verbs: [] }],
  ['open', false, { why: 'fixed', verbs: [] }],
] as [string, Value, object][])('%s to %s', (field, value, found) => {
  expect(way(field, value)).toEqual(found)
})
