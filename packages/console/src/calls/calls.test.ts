import { describe, expect, test } from 'vitest'
import { emptyValues, isPristine, withPresets } from './draft.ts'
import { lengthText, secondsIn } from './length.ts'
import { isMasked, samePhone } from './samePhone.ts'
import { wanting } from './wanting.ts'

describe('a number that was typed', () => {
  test.each([
    ['13800138000', '+8613800138000', true],
    ['013800138000', '+8613800138000', true],
    ['138 0013 8000', '+8613800138000', true],
    ['+86 138-0013-8000', '+8613800138000', true],
    ['008613800138000', '+8613800138000', true],
    ['１３８００１３８０００', '+8613800138000', true],
    ['1380013800', '+8613800138000', false],
    ['010-6234-5678', '+861062345678', true],
    ['1062345678', '+861062345678', true],
    ['62345678', '+861062345678', false],
    ['010 6234 5678转801', '+861062345678;ext=801', true],
    ['010 6234 5678 ext. 801', '+861062345678;ext=801', true],
    ['010 6234 5678', '+861062345678;ext=801', false],
    ['010 6234 5678转802', '+861062345678;ext=801', false],
    ['95588', '+8695588', true],
    ['+1 650 253 0000', '+16502530000', true],
    ['138****8000', '+8613800138000', false],
    ['', '+8613800138000', false],
  ])('%s and %s: %s', (typed, phone, same) => {
    expect(samePhone(typed, phone)).toBe(same)
  })

  test.each([
    ['138****8000', true],
    ['138xxxx8000', true],
    ['138 **** 8000', true],
    ['13800138000', false],
    ['010-62345678x801', false],
  ])('%s hides digits: %s', (typed, masked) => {
    expect(isMasked(typed)).toBe(masked)
  })
})

test.each([
  [0, '0:00'],
  [7, '0:07'],
  [187, '3:07'],
  [3727, '1:02:07'],
])('%s seconds are %s', (seconds, text) => {
  expect(lengthText(seconds)).toBe(text)
  expect(secondsIn(text)).toBe(seconds)
})

test.each([
  ['3', 180],
  ['3：20', 200],
  ['90:00', 5400],
  ['3:60', undefined],
  ['', undefined],
  ['三分钟', undefined],
  ['1:2:3:4', undefined],
])('%s is read as %s', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds)
})

describe('what is asked for', () => {
  const given = (patch: Partial<typeof emptyValues>) => ({ ...emptyValues, ...patch })
  const known = { id: 'c', name: '李雷' }
  test.each([
    ['opened', {}, ['number', 'subject']],
    ['opened', { number: '13800138000' }, ['subject']],
    ['opened', { customer: known, subject: ' ' }, ['subject']],
    ['opened', { number: '138****8000', subject: '漏水' }, []],
    ['answered', { number: '13800138000', subject: '营业时间' }, ['result']],
    ['answered', { number: '13800138000', subject: '营业时间', result: '九点到五点' }, []],
    ['appended', {}, ['body']],
    ['appended', { body: '问进度' }, []],
  ] as const)('%s with %j: %j', (way, patch, missing) => {
    expect(Object.keys(wanting(given(patch), way))).toEqual(missing)
  })
})

describe('what a template begins with', () => {
  const repair = { id: 'repair', opens: { subject: '上门维修', urgency: 'urgent' as const } }
  const refund = { id: 'refund', opens: { subject: '退款', body: '退款原因：' } }
  const first = withPresets(emptyValues, repair, undefined)

  test('stands where nothing was entered', () => {
    expect(first).toMatchObject({ subject: '上门维修', urgency: 'urgent', body: '', presetFrom: 'repair' })
  })
  test('what was typed stays', () => {
    expect(withPresets({ ...emptyValues, subject: '水龙头' }, repair, undefined).subject).toBe('水龙头')
  })
  test('goes with the template that it came with, unless it was changed', () => {
    expect(withPresets(first, refund, repair)).toMatchObject({ subject: '退款', urgency: 'normal', body: '退款原因：' })
    expect(withPresets({ ...first, subject: '换阀' }, refund, repair).subject).toBe('换阀')
  })
  test('a draft in which only it stands could be lost', () => {
    expect(isPristine({ key: 'k', direction: 'in', startedAt: '', values: emptyValues })).toBe(true)
    expect(isPristine({ key: 'k', direction: 'in', startedAt: '', values: { ...emptyValues, presetFrom: 'x' } })).toBe(
      true,
    )
    expect(isPristine({ key: 'k', direction: 'in', startedAt: '', values: { ...emptyValues, fields: { a: 1 } } })).toBe(
      false,
    )
  })
})
