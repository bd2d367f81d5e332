import { expect, test } from 'vitest'
import { problemText } from './index.ts'

test('a refusal tells the state in the reader’s language, never by its key', () => {
  const params = { status: 'in_progress', runState: 'running' }
  expect(problemText('zh-CN', 'problem', 'ticket.notFrom', params)).toContain('处理中')
  expect(problemText('en', 'problem', 'ticket.notFrom', params)).not.toContain('in_progress')
})

test('what is paused is refused for that, not for its status', () => {
  const params = { status: 'in_progress', runState: 'paused' }
  expect(problemText('zh-CN', 'problem', 'ticket.notFrom', params)).toBe('工单已暂停，不能执行此操作')
})
