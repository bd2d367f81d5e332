import { expect, test } from 'vitest'
import { createTogether, type Looking } from './together.ts'

const li = { id: 'li', name: '李雷', doing: 'viewing' }
const at = (id: string, doing = 'viewing'): Looking => ({ kind: 'ticket', id, doing })

test('what is looked at is said to every new connection, and who looks too is known while one looks', () => {
  const together = createTogether()
  const sent: (Looking | null)[] = []
  together.look(at('one'))
  together.connected(looking => sent.push(looking))
  expect(sent).toEqual([at('one')])
  together.heard({ kind: 'ticket', id: 'one', people: [li] })
  expect(together.people()).toEqual([li])
  together.look(at('one', 'reply'))
  expect(together.people()).toEqual([li])
  together.heard({ kind: 'ticket', id: 'other', people: [] })
  expect(together.people()).toEqual([li])
  together.look(at('two'))
  expect(together.people()).toEqual([])
  together.heard({ kind: 'ticket', id: 'two', people: [li] })
  together.lost()
  expect(together.people()).toEqual([])
  together.connected(looking => sent.push(looking))
  together.look(null)
  expect(sent).toEqual([at('one'), at('one', 'reply'), at('two'), at('two'), null])
})
