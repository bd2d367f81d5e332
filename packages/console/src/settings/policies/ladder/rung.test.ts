import type { Rung } from '@baton/contract'
import { expect, test } from 'vitest'
import { begun, byTime, missingIn, withInput, withVerb } from './rung.ts'
import { onSide, sideOf } from './side.ts'

const rung = (verb: string, input: Rung['input'] = {}, seconds = 1800): Rung => ({ seconds, verb, input })

test('rungs stand in the order of their times', () => {
  const [late, before, sameLate] = [
    rung('ticket.urge', {}, 7200),
    rung('ticket.urge', {}, -60),
    rung('ticket.alert', {}, 7200),
  ]
  expect(byTime([late, before, sameLate])).toEqual([before, late, sameLate])
})

test.each([
  [begun, []],
  [rung('ticket.alert'), ['to']],
  [rung('ticket.alert', { to: [] }), ['to']],
  [rung('ticket.transfer'), ['holder', 'reason']],
  [rung('ticket.transfer', { departmentId: 'd', reason: ' ' }), ['reason']],
  [rung('ticket.assign', { assigneeId: 'a' }), []],
  [rung('ticket.update'), ['urgency']],
  [rung('ticket.update', { tags: ['升级'] }), []],
  [rung('ticket.requestExtension', { seconds: 3600, reason: '忙' }), []],
  [rung('ticket.dispatch'), []],
  // What a program has set up and no screen knows asks for nothing.
  [rung('ticket.fly', { wings: 2 }), []],
] as const)('in %o is missing %o', (given, missing) => {
  expect(missingIn(given as Rung)).toEqual(missing)
})

test.each([
  [rung('ticket.transfer', { departmentId: 'd', reason: '超时' }), 'ticket.assign', { departmentId: 'd' }],
  [rung('ticket.hold', { reason: '等配件' }), 'ticket.pause', { reason: '等配件' }],
  [rung('ticket.note', { body: '看一下' }), 'ticket.alert', { to: ['managers'] }],
  [begun, 'ticket.update', { urgency: 'critical' }],
  [begun, 'ticket.requestExtension', { target: 'response', seconds: 3600 }],
  [begun, 'ticket.dispatch', {}],
] as const)('%o becomes %s', (given, verb, input) => {
  expect(withVerb(given as Rung, verb, 'response')).toEqual({ seconds: 1800, verb, input })
})

test('what is empty is not sent, and what no screen shows stays', () => {
  const given = rung('ticket.update', { urgency: 'urgent', fields: { a: 1 } })
  expect(withInput(given, { urgency: '', tags: [] }).input).toEqual({ fields: { a: 1 } })
  expect(withInput(given, { tags: ['升级'] }).input).toEqual({ urgency: 'urgent', fields: { a: 1 }, tags: ['升级'] })
})

test.each([
  [1800, 'before', -1800],
  [-3600, 'after', 3600],
  [1800, 'at', 0],
  [0, 'after', 1800],
  [0, 'before', -1800],
] as const)('%i seconds turned to %s are %i', (seconds, side, turned) => {
  expect(onSide(seconds, side)).toBe(turned)
  expect(sideOf(turned)).toBe(side)
})
