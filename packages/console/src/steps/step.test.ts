import { expect, test } from 'vitest'
import { missingIn, type Step, withInput, withVerb } from './step.ts'

const step = (verb: string, input: Step['input'] = {}): Step => ({ verb, input })
const alert = step('ticket.alert', { to: ['managers'] })

test.each([
  [alert, []],
  [step('ticket.alert'), ['to']],
  [step('ticket.alert', { to: [] }), ['to']],
  [step('ticket.transfer'), ['holder', 'reason']],
  [step('ticket.transfer', { departmentId: 'd', reason: ' ' }), ['reason']],
  [step('ticket.assign', { assigneeId: 'a' }), []],
  [step('ticket.update'), ['urgency']],
  [step('ticket.update', { tags: ['升级'] }), []],
  [step('ticket.update', { fields: {} }), ['urgency']],
  // A field that is emptied is a change, too.
  [step('ticket.update', { fields: { a: null } }), []],
  [step('ticket.requestExtension', { seconds: 3600, reason: '忙' }), []],
  [step('ticket.dispatch'), []],
  // What a program has set up and no screen knows asks for nothing.
  [step('ticket.fly', { wings: 2 }), []],
] as const)('in %o is missing %o', (given, missing) => {
  expect(missingIn(given as Step)).toEqual(missing)
})

test.each([
  [step('ticket.transfer', { departmentId: 'd', reason: '超时' }), 'ticket.assign', { departmentId: 'd' }],
  [step('ticket.hold', { reason: '等配件' }), 'ticket.pause', { reason: '等配件' }],
  [step('ticket.note', { body: '看一下' }), 'ticket.alert', { to: ['managers'] }],
  [alert, 'ticket.update', { urgency: 'critical' }],
  [alert, 'ticket.requestExtension', { target: 'response', seconds: 3600 }],
  [alert, 'ticket.dispatch', {}],
] as const)('%o becomes %s', (given, verb, input) => {
  expect(withVerb(given as Step, verb, 'response')).toEqual({ verb, input })
})

test('what is empty is not sent, and what no screen shows stays', () => {
  const given = step('ticket.update', { urgency: 'urgent', fields: { a: 1 } })
  expect(withInput(given, { urgency: '', tags: [] }).input).toEqual({ fields: { a: 1 } })
  expect(withInput(given, { tags: ['升级'] }).input).toEqual({ urgency: 'urgent', fields: { a: 1 }, tags: ['升级'] })
})
