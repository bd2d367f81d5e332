import { expect, test } from 'vitest'
import { problemText } from './index.ts'

test('a refusal tells the state in the reader’s language, never by its key', () => {
  const params = { status: 'in_progress', runState: 'paused' }
  expect(problemText('zh-CN', 'problem', 'ticket.notFrom', params)).toContain('处理中')
  expect(problemText('en', 'problem', 'ticket.notFrom', params)).not.toContain('in_progress')
})
