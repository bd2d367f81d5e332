import { compile, fold } from '@baton/contract'
import { mayOn, scopeOf } from '../../../kernel/kinds.ts'
import { notFound } from '../../../kernel/problems.ts'
import { pageOfAll, read } from '../../../kernel/read.ts'
import { directory } from '../directory.ts'
import { agentKind, plainPerson } from '../kinds.ts'
import { inOrderOf } from '../order.ts'
import { presentAgents } from './present.ts'

export const getAgent = read('agent.get', async (reading, { id }) => {
  const row = await reading.db.selectFrom('agents').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !mayOn(agentKind, 'agent.get', row, reading.caller, reading)) throw notFound()
  const [record] = await presentAgents(reading, [id])
  return record ?? {}
})

/** By employee number. `text` is looked for in names and employee numbers. */
export const listAgents = read('agent.list', async (reading, { text, departmentId, status, cursor, limit }) => {
  const isInScope = compile(scopeOf(agentKind, 'agent.list', reading))
  const wanted = fold(text?.trim() ?? '')
  const people = [...reading.picture.of(directory).agents.values()].filter(
    person =>
      (!status || person.status === status) &&
      (!departmentId || person.departmentIds.includes(departmentId)) &&
      (fold(person.name).includes(wanted) || fold(person.employeeNo).includes(wanted)) &&
      isInScope(plainPerson(person)),
  )
  const page = pageOfAll(people.sort(inOrderOf(person => fold(person.employeeNo))), { cursor, limit })
  const items = await presentAgents(
    reading,
    page.shown.map(person => person.id),
  )
  return { items, nextCursor: page.nextCursor }
})
