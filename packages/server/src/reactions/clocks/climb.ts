import { isVerb, problemText, wordIn } from '@baton/contract'
import type { VerbFollower } from '../../kernel/log/follower.ts'

/** Does what the rungs of ladders say, in their order. What cannot be done is said to the managers instead. */
export const climbLadders: VerbFollower = {
  kind: 'verbs',
  name: 'ladders',
  hears: ['clock.escalated'],
  async act({ topic_id: ticketId, payload }, { config: { locale } }) {
    const { verb, input, at: since } = payload as { verb: string; input: Record<string, unknown>; at: string }
    if (!isVerb(verb)) return []
    return [
      {
        verb,
        input: { ...input, ticketId, ...(verb === 'ticket.alert' && { since }) },
        otherwise: ({ code, params }) => ({
          verb: 'ticket.alert',
          input: {
            ticketId,
            to: ['managers'],
            note: problemText(locale, 'text', 'ladder.refused', {
              verb: wordIn(locale, 'verb', verb) ?? verb,
              problem: problemText(locale, 'problem', code, params),
            }),
          },
        }),
      },
    ]
  },
}
