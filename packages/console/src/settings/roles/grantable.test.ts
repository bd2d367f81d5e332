import { reads, verbs } from '@baton/contract'
import { expect, test } from 'vitest'
import { countOf, keyGroups, roleGroups, takesCondition } from './grantable.ts'

const names = roleGroups.flatMap(group => group.names)

test('everything that needs a grant can be given, each thing once', () => {
  const needed = Object.entries({ ...reads, ...verbs }).flatMap(([name, { access }]) =>
    access === 'granted' ? [name] : [],
  )
  expect([...names].sort()).toEqual(needed.sort())
})

test('a key can be given what everyone signed in may, but neither sign-ins nor somebody’s own details', () => {
  const given = keyGroups.flatMap(group => group.names)
  expect(given).toContain('category.list')
  expect(given.filter(name => name.startsWith('session.') || name === 'agent.updateMe')).toEqual([])
})

test('a condition holds of something that is there', () => {
  expect(takesCondition('ticket.reply')).toBe(true)
  expect(takesCondition('ticket.list')).toBe(true)
  expect(takesCondition('ticket.open')).toBe(false)
  expect(takesCondition('agent.create')).toBe(false)
  expect(takesCondition('settings.update')).toBe(false)
  expect(takesCondition('audit.list')).toBe(false)
})

test('grants are counted, everything at once too', () => {
  expect(countOf({ 'ticket.get': true, 'ticket.reply': { field: 'assigneeId' } }, names)).toEqual({
    given: 2,
    conditional: 1,
  })
  expect(countOf({ '*': true }, names)).toEqual({ given: names.length, conditional: 0 })
})
