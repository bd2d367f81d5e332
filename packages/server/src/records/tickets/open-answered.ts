import { newId } from '../../kernel/ids.ts'
import { refuse, set, tell } from '../../kernel/steps.ts'
import { type Call, verb } from '../../kernel/verb.ts'
import { callsOf } from '../calls/index.ts'
import { categories } from '../categories/index.ts'
import { directory, type Person } from '../people/index.ts'
import { settings } from '../settings/index.ts'
import { refuseUnfinished } from './form.ts'
import { personOf } from './holder.ts'
import { type Asked, addedTicket, asked, open, withCall } from './open.ts'

/**
 * 当场答复: told, answered and solved in one breath, by whoever took it up; kept like any other ticket. The call
 * in which it was told is no first response (requirements 0.7): nobody had to wait for one.
 */
export const openAnsweredTicket = verb<'ticket.openAnswered', Asked>('ticket.openAnswered', {
  prepare: asked,
  subjects(_input, { kept }, caller) {
    const answerer = personOf(caller)
    return { ...callsOf(kept), ...(answerer && { agent: [answerer] }) }
  },
  decide(scene, { result, ...matter }, call) {
    const person = call.of(directory).agents.get(personOf(call.caller) ?? '')
    if (!person) return refuse('ticket.noOneAnswers')
    const id = newId()
    const holder = { assigneeId: person.id, departmentId: departmentOf(person, matter.category, call) }
    const opened = open(id, { ...matter, ...holder }, scene.prepared, call)
    if ('refusal' in opened) return opened
    const unfinished = refuseUnfinished(addedTicket(opened, scene.prepared), undefined, call)
    if (unfinished) return unfinished
    const at = call.now
    const steps = [
      ...opened.steps,
      set('tickets', id, {
        status: 'solved',
        result,
        solved_at: at,
        acknowledged_at: at,
        waiting_since: null,
        last_from: 'us',
      }),
      tell('ticket.solved', id, id, {
        result,
        changes: [
          { field: 'status', from: 'in_progress', to: 'solved' },
          { field: 'acknowledgedAt', from: null, to: at.toISOString() },
          { field: 'waitingSince', from: at.toISOString(), to: null },
        ],
      }),
    ]
    return withCall({ ...opened, steps }, scene.prepared, scene.rows('call'), 'answered', call)
  },
})

/** The category's department when it is one of the person's; otherwise their own, and for who has none the usual one. */
function departmentOf({ departmentIds }: Person, category: string | undefined, call: Call): string | undefined {
  const usual = category ? call.of(categories).byIdOrPath(category)?.departmentId : undefined
  if (usual && departmentIds.includes(usual)) return usual
  return departmentIds[0] ?? usual ?? call.of(settings).defaultDepartmentId ?? undefined
}
