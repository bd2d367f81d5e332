import { isVerb, problemText, type SeenTicket, spokenIn, spokenInput, wordIn } from '@baton/contract'
import type { Desk } from '../../kernel/desk.ts'
import type { VerbFollower } from '../../kernel/log/follower.ts'
import type { Row } from '../../kernel/steps.ts'
import { placeholdersOn } from '../../records/macros/index.ts'

/** Does what the rungs of ladders say, in their order. What cannot be done is said to the managers instead. */
export const climbLadders: VerbFollower = {
  kind: 'verbs',
  name: 'ladders',
  hears: ['clock.escalated'],
  async act({ topic_id: ticketId, payload }, desk) {
    const { locale } = desk.config
    const { verb, input, at: since } = payload as { verb: string; input: Record<string, unknown>; at: string }
    if (!isVerb(verb)) return []
    return [
      {
        verb,
        input: { ...(await spoken(input, ticketId, desk)), ticketId, ...(verb === 'ticket.alert' && { since }) },
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

/** Its words with the placeholders filled, as the ticket stands now. */
async function spoken(input: Row, ticketId: string, desk: Desk): Promise<Row> {
  if (!spokenIn(input).some(([, text]) => text.includes('{{'))) return input
  const caller = desk.systemCaller('ladders')
  const { picture, now } = await desk.reading(caller)
  const [ticket] = await desk.present('ticket', [ticketId], caller)
  return ticket ? spokenInput(input, placeholdersOn(ticket as SeenTicket, { caller, picture, now })) : input
}
