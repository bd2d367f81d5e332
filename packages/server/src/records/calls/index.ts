/** Calls: told by a phone system or timed by hand, each the customer's touch with a start, an end and a length. */
import { module } from '../../kernel/module.ts'
import { answerCall } from './answer.ts'
import { dismissCall } from './dismiss.ts'
import { endCall } from './end.ts'
import { callKind } from './kind.ts'
import { lapseCall } from './lapse.ts'
import { getCall, listCalls } from './list.ts'
import { presentCalls } from './present.ts'
import { ringCall } from './ring.ts'
import { startCall } from './start.ts'

export { begun } from './begun.ts'
export { type CallRow, numberTold, secondsOf } from './call.ts'
export { isRefusal, momentTold } from './moment.ts'
export { callsOf, type KeptCall, keep, keptCall } from './with-ticket.ts'

export const calls = module({
  name: 'calls',
  kinds: [callKind],
  verbs: {
    'call.ring': ringCall,
    'call.answer': answerCall,
    'call.end': endCall,
    'call.start': startCall,
    'call.dismiss': dismissCall,
    'call.lapse': lapseCall,
  },
  reads: { 'call.get': getCall, 'call.list': listCalls },
  presenters: { call: presentCalls },
})
