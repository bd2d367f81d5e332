import type { Within } from '../../kernel/module.ts'
import { reconfigure, remove } from '../../kernel/steps.ts'

/**
 * Whoever is disabled, or given another password, is signed out everywhere in the same moment. Open connections are asked
 * again who they are whenever the configuration moves, so it moves.
 */
export const endSessions: Within = {
  name: 'endSessions',
  hears: ['agent.disabled', 'agent.passwordReset'],
  react: draft =>
    draft.events
      .filter(event => event.type === 'agent.disabled' || event.type === 'agent.passwordReset')
      .flatMap(event => [remove('sessions', { agent_id: event.subjectId }), reconfigure]),
}
