import { expect, test } from 'vitest'
import type { OwnField } from '../useOwnFields.ts'
import { factsOf } from './facts.ts'

const own = ['cost', 'shop', 'model'].map(key => ({ key })) as OwnField[]

test.each<[string, string[], string, string[], string[]]>([
  ['none where the view names no columns', [], 'status', [], []],
  ['the view’s, in its order', ['fields.cost', 'channel'], 'status', [], ['fields.cost', 'channel']],
  [
    'not what every card shows',
    ['number', 'subject', 'status', 'dueAt', 'tags', 'createdAt'],
    'urgency',
    [],
    ['createdAt'],
  ],
  ['not what the head of the column says', ['urgency', 'fields.shop'], 'fields.shop', [], ['urgency']],
  ['not what one may not read', ['fields.cost', 'channel'], 'status', ['fields.cost'], ['channel']],
  ['not what is no longer there', ['fields.gone', 'channel'], 'status', [], ['channel']],
  [
    'four at most',
    ['subject', 'fields.cost', 'fields.shop', 'channel', 'assigneeId', 'createdAt'],
    'status',
    [],
    ['fields.cost', 'fields.shop', 'channel', 'assigneeId'],
  ],
])('a card tells %s', (_, columns, by, hidden, facts) => {
  expect(factsOf(columns, by, own, id => hidden.includes(id))).toEqual(facts)
})
