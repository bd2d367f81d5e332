import type { Within } from '../../kernel/module.ts'
import { remove } from '../../kernel/steps.ts'

/** Whoever is disabled, or given another password, is signed out everywhere in the same moment. */
export const endSessions: Within = {
  name: 'endSessions',
  hears: ['agent.disabled', 'agent.passwordReset'],
  react: draft =>
    draft.events
      .filter(event => event.type === 'agent.disabled' || event.type === 'agent.passwordReset')
      .map(event => remove('sessions', { agent_id: event.subjectId })),
}
