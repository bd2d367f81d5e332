/** Surveying: a ticket that is resolved begins a cycle, and its customer is asked how it was. */
import type { Draft } from '../../kernel/draft.ts'
import { module } from '../../kernel/module.ts'
import { type Step, set } from '../../kernel/steps.ts'
import { canText } from '../../records/sms/index.ts'
import { answerByText } from './by-text.ts'

/** Counts the resolutions: what was open is solved, or closed straight away. What was cancelled or ended is neither. */
export function countResolutions(draft: Draft): Step[] {
  return [...(draft.images.get('tickets') ?? [])].flatMap(([id, { before, after }]) =>
    !isDone(before.status) && isDone(after.status) && after.run_state === 'running'
      ? [set('tickets', id, { resolve_count: Number(before.resolve_count) + 1 })]
      : [],
  )
}

const isDone = (status: unknown): boolean => status === 'solved' || status === 'closed'

/** Nobody is asked about old matters: not after a long standstill, nor in the past that a trial desk is filled with. */
const stale = 3 * 86_400_000

export const surveying = module({
  name: 'surveying',
  within: [{ name: 'surveying', hears: ['ticket.solved', 'ticket.closed'], react: countResolutions }],
  followers: [
    {
      kind: 'verbs',
      name: 'surveying',
      hears: ['ticket.solved', 'ticket.closed'],
      async act(event, desk) {
        if (desk.clock().getTime() - event.at.getTime() > stale) return []
        const channels = ['email', ...(canText(await desk.configuration.current(), 'survey') ? ['sms'] : [])]
        return [{ verb: 'survey.send', input: { ticketId: event.topic_id, channels } }]
      },
    },
    answerByText,
  ],
})
