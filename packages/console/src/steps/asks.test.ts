import { type VerbName, verbs } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { askOf, asks, keysOf, type Part, partsOf } from './asks.ts'

const id = '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1a0001'
const samples: Record<Part, Record<string, unknown>> = {
  to: { to: ['managers', id] },
  holder: { departmentId: id },
  person: { assigneeId: id },
  urgency: { urgency: 'critical' },
  category: { category: '售后-产品维修' },
  requestType: { requestType: 'complaint' },
  tags: { tags: ['升级'] },
  addTags: { addTags: ['退款中'] },
  removeTags: { removeTags: ['待审'] },
  own: { fields: { orderNo: 'A1' } },
  target: { target: 'response' },
  length: { seconds: 3600 },
  body: { body: '请尽快处理' },
  result: { result: '已解决' },
  reason: { reason: '超时' },
  note: { note: '请尽快处理' },
}
const filled = (parts: readonly Part[]) => Object.assign({}, ...parts.map(part => samples[part]))
const takes = (verb: string, input: object) =>
  verbs[verb as VerbName].input.safeParse({ ticketId: id, ...input }).success

describe.each(Object.keys(asks))('%s', verb => {
  const { must = [], some = [] } = askOf(verb)

  test('takes all that it is asked for, and as little as it must be', () => {
    expect(takes(verb, filled(partsOf(verb)))).toBe(true)
    expect(takes(verb, filled(must))).toBe(true)
    for (const part of some) expect(takes(verb, filled([...must, part]))).toBe(true)
  })

  // To whom it goes only the verb itself asks for.
  test.each(must.filter(part => part !== 'holder'))('does not do without %s', missing => {
    expect(takes(verb, filled(must.filter(part => part !== missing)))).toBe(false)
  })

  test('asks for nothing that it does not know', () => {
    const known = Object.keys(verbs[verb as VerbName].input.shape)
    expect(
      partsOf(verb)
        .flatMap(keysOf)
        .filter(key => !known.includes(key)),
    ).toEqual([])
  })
})

test('whatever acts on one ticket is offered, but for what needs a channel or a pair of eyes', () => {
  const left = Object.keys(verbs).filter(
    name => name.startsWith('ticket.') && 'ticketId' in verbs[name as VerbName].input.shape && !(name in asks),
  )
  expect(left.sort()).toEqual([
    'ticket.receive',
    'ticket.recordCall',
    'ticket.remindAppointment',
    'ticket.retime',
    'ticket.see',
    'ticket.tick',
  ])
})
