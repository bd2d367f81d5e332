import { done, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { hasManyCodes } from './codes.ts'
import { type Way, wayTo } from './reach.ts'
import { portalSettings } from './settings.ts'

/** Somebody wants to follow a ticket: a code goes to its customer, if there is a way. Who asks hears nothing of that. */
export const askCode = verb<'portal.askCode', undefined, Way | null>('portal.askCode', {
  subjects: ({ ticketId }) => ({ ticket: [ticketId] }),
  async load(tx, { ticketId, channels }, scene, call) {
    if (await hasManyCodes(tx, ticketId, call.now)) return null
    return wayTo(tx, scene.one('ticket').customer_id, channels)
  },
  decide({ loaded: channel }, { ticketId }, call) {
    if (!channel || !call.of(portalSettings).followEnabled) return done(ticketId, [])
    return done(ticketId, [tell('portal.codeAsked', ticketId, ticketId, { channel })])
  },
})
