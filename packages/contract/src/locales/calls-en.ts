/** The words of calls: what happened, what can be done, what goes wrong, and their states. */
const event = {
  'call.rang': 'A call[ from {number}] rang at {agentId}',
  'call.answered': '{actor} answered a call[ from {number}]',
  'call.started': '{actor} began a call[ with {number}]',
  'call.ended': '{actor} ended a call[ with {number}][, length {seconds}]',
  'call.missed': 'A call[ from {number}] was missed[ by {agentId}]',
  'call.dismissed': '{actor} marked the call[ from {number}] as needing nothing[: {note}]',
  'call.settled': '{actor} saw to the call[ from {number}]: {outcome}',
  'ticket.called': '{actor} recorded a call ({direction}, {outcome})[, length {seconds}]',
  'ticket.callEnded': 'The call that it came by ended[, length {seconds}]',
} as const

const verb = {
  'call.ring': 'Ring at an agent',
  'call.answer': 'Answer a call',
  'call.end': 'End a call',
  'call.start': 'Begin a call',
  'call.dismiss': 'Mark a call as needing nothing',
  'call.lapse': 'Close a call that nobody ended',
  'call.get': 'See calls',
  'call.list': 'See the list of calls',
  'ticket.openAnswered': 'Answer on the spot',
  'ticket.recordCall': 'Record a call',
} as const

const problem = {
  'call.over': 'The call is over',
  'call.used': 'The call is kept with ticket {number} already',
  'call.notMissed': 'Only a missed call that still waits can be called back',
  'call.handled': 'The call has been seen to already',
  'call.underway': 'The call is not over yet',
  'ticket.moved': 'While you were writing, the ticket became “{status}” and is held by {holder}',
  'ticket.noOneAnswers': 'Only a person can answer on the spot',
} as const

const field = {
  'time.future': 'Must not be later than now',
  'time.old': 'Must not be more than a year ago',
  'time.order': 'Must not end before it began',
  'call.severalAgents': 'Several people use this extension: {names}',
} as const

/** The fields of a call, and what is noted when it is registered. */
const fieldName = {
  agentId: 'agent',
  state: 'state of the call',
  direction: 'direction',
  orderNo: 'order number',
  productModel: 'product model',
  remarks: 'points to remember',
} as const

const direction = { in: 'incoming call', out: 'outgoing call' } as const
const reach = { reached: 'reached', unreached: 'not reached' } as const
const callState = { ringing: 'ringing', talking: 'talking', ended: 'ended', missed: 'missed' } as const
const callOutcome = {
  opened: 'a ticket was opened',
  answered: 'answered on the spot',
  recorded: 'added to a ticket',
  calledBack: 'called back',
  unreached: 'not reached',
  dismissed: 'needs nothing',
  lapsed: 'end unknown',
} as const

export const callsEn = {
  event,
  verb,
  fieldName,
  problem,
  field,
  sections: { direction, reach, callState, callOutcome },
} as const
