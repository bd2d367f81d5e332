import {
  check,
  type PlaceholderValues,
  resolve,
  type SeenTicket,
  spokenIn,
  spokenInput,
  type VerbName,
} from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import { environmentOf } from '../../kernel/kinds.ts'
import { notFound, Overtaken, Problem } from '../../kernel/problems.ts'
import { composed } from '../../kernel/verb.ts'
import { isFor, lockPeople, ownerIdOf } from '../people/index.ts'
import { loadTickets, plainTicket, ticketFields } from '../tickets/index.ts'
import { placeholdersOn } from './placeholders.ts'
import { macroOf } from './rows.ts'
import type { MacroRow } from './tables.ts'
import { used } from './uses.ts'

interface Prepared {
  macro: MacroRow
  values: PlaceholderValues
  caller: Caller
  /** The ticket's, where the words or the condition hold for no other. */
  version: number | undefined
}

/** 执行宏: its steps on this ticket, in one go, with the caller's rights; the words as the ticket stands before the first. */
export const runMacro = composed<'macro.run', Prepared>('macro.run', {
  async prepare(preparing, { macroId, ticketId }) {
    const { caller, db } = preparing
    const macro = await macroOf(db, macroId)
    if (!macro || !isFor(macro, caller)) throw notFound()
    if (macro.archived_at) throw new Problem(409, 'macro.archived')
    const ticket = (await preparing.ask('ticket.get', { id: ticketId })) as SeenTicket
    const [row] = await loadTickets(db, [ticketId])
    if (!row) throw notFound()
    // Two looks at a ticket that is just being changed.
    if (ticket.version !== undefined && ticket.version !== row.version) throw new Overtaken(row.version)
    if (macro.conditions) {
      const fields = preparing.picture.of(ticketFields)
      const condition = resolve(macro.conditions, fields.catalogue, environmentOf(caller, preparing.now))
      if (!check(condition, plainTicket(row, fields))) throw new Problem(409, 'macro.unfit', { name: macro.name })
    }
    const depends =
      macro.conditions !== null ||
      macro.steps.some(({ input }) => spokenIn(input).some(([, text]) => text.includes('{{')))
    return {
      macro,
      caller,
      values: placeholdersOn(ticket, preparing),
      version: depends ? row.version : undefined,
    }
  },
  parts: ({ macro, values }, { ticketId }) =>
    macro.steps.map(({ verb, input }) => ({
      verb: verb as VerbName,
      input: { ...spokenInput(input, values), ticketId },
    })),
  named: ({ macro: { id, name } }) => ({ id, name }),
  asOf: ({ version }) => version,
  // Whom a part may come to lock, as far as it can be known: who has it, who acts, and who is named.
  lock: (tx, scene, steps, caller) =>
    lockPeople(tx, [
      scene.one('ticket').assignee_id,
      ownerIdOf(caller),
      ...steps.map(({ input }) => input.assigneeId as string | undefined),
    ]),
  beside: ({ macro, caller }, now) => [used(macro.id, caller, now)],
})
