import { conditionSentences } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { problemBody } from './problem-body.ts'
import { invalid } from './problems.ts'

describe.each(['zh-CN', 'en'] as const)('what is wrong with a condition is told in a sentence: %s', locale => {
  test.each(Object.keys(conditionSentences))('%s', code => {
    const params = { field: 'mood', op: 'near', key: 'x', most: 3, operators: 'is', options: 'a, b', name: 'y' }
    const { fields } = problemBody(invalid([{ path: 'where.field', code, params }]), locale, 'i')
    const [told] = fields as { detail: string }[]
    expect(told?.detail).not.toContain(code)
    expect(told?.detail).toMatch(locale === 'en' ? /^[^\p{Script=Han}]+$/u : /\p{Script=Han}/u)
    expect(told?.detail).not.toMatch(/\{(field|op|key|most|operators|options|name)\}/)
  })
})

test('with what was asked', () => {
  const { fields } = problemBody(
    invalid([{ path: 'where.field', code: 'condition.field', params: { field: 'mood' } }]),
    'zh-CN',
    'i',
  )
  expect(fields).toEqual([{ path: 'where.field', code: 'condition.field', detail: '没有字段“mood”。' }])
})
