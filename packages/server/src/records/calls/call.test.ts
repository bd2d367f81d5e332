import { describe, expect, test } from 'vitest'
import { type CallRow, isWaiting, numberTold, secondsOf } from './call.ts'
import { isRefusal, momentTold } from './moment.ts'

describe('the number of a call', () => {
  test.each([
    ['13800138000', '13800138000', '+8613800138000'],
    ['013800138000', '013800138000', '+8613800138000'],
    ['+86 138-0013-8000', '+86 138-0013-8000', '+8613800138000'],
    ['01062345678', '01062345678', '+861062345678'],
    ['010-6234-5678转801', '010-6234-5678转801', '+861062345678;ext=801'],
    ['0755 2345 6789', '0755 2345 6789', '+8675523456789'],
    ['4008001234', '4008001234', '+864008001234'],
    ['95588', '95588', '+8695588'],
    ['138****8000', '138****8000', null],
    ['62345678', '62345678', null],
    ['anonymous', 'anonymous', null],
    ['8001', '8001', null],
    [undefined, null, null],
  ])('%s is shown as %s and known as %s', (told, number, phone) => {
    expect(numberTold(told)).toEqual({ number, phone })
  })
})

test.each([
  ['10:00:00', '10:00:59', 59],
  ['10:00:00', '10:00:00', 0],
  ['10:00:00', null, null],
  [null, '10:00:00', null],
])('from %s to %s they talked %s seconds', (from, to, seconds) => {
  const at = (time: string | null) => (time ? new Date(`2026-11-22T${time}Z`) : null)
  expect(secondsOf({ answered_at: at(from), ended_at: at(to) })).toBe(seconds)
})

test('a missed call waits until somebody has seen to it', () => {
  const call = (state: string, outcome: string | null) => ({ state, outcome }) as CallRow
  expect(isWaiting(call('missed', null))).toBe(true)
  expect(isWaiting(call('missed', 'dismissed'))).toBe(false)
  expect(isWaiting(call('ended', null))).toBe(false)
})

test('a moment is never later than now; a clock that is a little fast is forgiven', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  expect(momentTold('at', undefined, now)).toEqual(now)
  expect(momentTold('at', '2026-11-22T17:59:00+08:00', now)).toEqual(new Date('2026-11-22T09:59:00Z'))
  expect(momentTold('at', '2026-11-22T10:00:30Z', now)).toEqual(now)
  const old = momentTold('at', '0000-01-01T00:00:00Z', now)
  expect(isRefusal(old) && old.refusal.fields).toMatchObject([{ path: 'at', code: 'time.old' }])
  const late = momentTold('at', '2026-11-22T10:02:00Z', now)
  expect(isRefusal(late) && late.refusal.fields).toMatchObject([{ path: 'at', code: 'time.future' }])
})
