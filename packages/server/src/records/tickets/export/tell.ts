import { deskTopic, newId } from '../../../kernel/ids.ts'
import { done, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'

/** Writes down in the audit that tickets went out, how many, and who took them. */
export const tellExport = verb('export.tell', {
  decide(_scene, { count, format, view, whole }) {
    const id = newId()
    return done(id, [tell('ticket.exported', deskTopic, id, { count, format, view: view ?? null, whole })])
  },
})
