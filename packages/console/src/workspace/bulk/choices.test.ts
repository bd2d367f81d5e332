import { expect, test } from 'vitest'
import { canBegin, keyOf, others } from './choices.ts'

const begun = (granted: readonly string[], frozen: readonly string[]): string[] => {
  const me = { may: (name: string) => granted.includes(name), isFrozen: (field: string) => frozen.includes(field) }
  return others
    .flat()
    .filter(deed => canBegin(deed, me))
    .map(keyOf)
}

test.each([
  [['ticket.update'], [], ['tags', 'urgency', 'category']],
  [['ticket.update'], ['categoryId', 'tags'], ['urgency']],
  [['ticket.claim'], ['tags'], ['ticket.claim']],
  [['macro.run', 'ticket.update'], ['urgency', 'tags', 'categoryId', 'subject'], ['macro']],
])('who may %j and not change %j begins %j', (granted, frozen, keys) => {
  expect(begun(granted, frozen)).toEqual(keys)
})
