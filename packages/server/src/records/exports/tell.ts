import { deskTopic, newId } from '../../kernel/ids.ts'
import { done, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** Writes down in the audit that tickets or customers went out, how many, and who took them. */
export const tellExport = verb('export.tell', {
  decide(_scene, { of, count, format, view, whole }) {
    const id = newId()
    return done(id, [
      of === 'customer'
        ? tell('customer.exported', deskTopic, id, { count, format, whole })
        : tell('ticket.exported', deskTopic, id, { count, format, view: view ?? null, whole }),
    ])
  },
})
