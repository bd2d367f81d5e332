import { expect, test } from 'vitest'
import { Draft } from '../../kernel/draft.ts'
import { set } from '../../kernel/steps.ts'
import { countResolutions } from './index.ts'

test.each([
  ['solved', 'in_progress', { status: 'solved' }, 3],
  ['closed straight away', 'follow_up', { status: 'closed' }, 3],
  ['closed after it was solved', 'solved', { status: 'closed' }, 2],
  ['cancelled', 'in_progress', { status: 'closed', run_state: 'cancelled' }, 2],
  ['force-ended', 'new', { status: 'closed', run_state: 'force_ended' }, 2],
  ['merged', 'new', { status: 'merged' }, 2],
  ['reopened', 'solved', { status: 'in_progress' }, 2],
  ['answered while solved', 'solved', { last_words: 'x' }, 2],
] as const)('a ticket that is %s', (_, before, patch, count) => {
  const draft = new Draft()
  draft.hold('tickets', { id: 't', status: before, run_state: 'running', resolve_count: 2, version: 1 })
  draft.apply([set('tickets', 't', patch as object)])
  draft.apply(countResolutions(draft))
  expect(draft.row('tickets', 't')).toMatchObject({ resolve_count: count })
})
