/** Ticket statuses (api.md). Admin-made statuses map onto these. */
export const statuses = [
  'new',
  'assigned',
  'in_progress',
  'pending_customer',
  'on_hold',
  'solved',
  'follow_up',
  'closed',
  'merged',
] as const
export type Status = (typeof statuses)[number]

/** The run state stands beside the status: pausing stops every clock and leaves the status as it is. */
export const runStates = ['running', 'paused', 'cancelled', 'force_ended'] as const
export type RunState = (typeof runStates)[number]

/** 一般、紧急、特急. */
export const urgencies = ['normal', 'urgent', 'critical'] as const
export type Urgency = (typeof urgencies)[number]

/** Open = not solved, closed or merged. */
export const openStatuses = ['new', 'assigned', 'in_progress', 'pending_customer', 'on_hold', 'follow_up'] as const
export const isOpen = (status: Status): boolean => (openStatuses as readonly Status[]).includes(status)

export interface Transition {
  verb: string
  from: readonly Status[]
  /** The statuses that the ticket may have afterwards; `same` leaves it. */
  to: readonly (Status | 'same')[]
  /** Who holds the baton afterwards. */
  holder: 'same' | 'given' | 'actor' | 'previous' | 'pool' | 'same or pool' | 'same or given'
  /** Needed run states; without it, `running`. */
  run?: readonly RunState[]
  /** Only while no person has it: `pool`. */
  held?: 'pool'
}

const any: readonly Status[] = statuses.filter(status => status !== 'merged')

/**
 * The one table of the ticket's life: verb × status → status and holder. The shell refuses what is not in it,
 * `allowed` is derived from it, and the reference prints it.
 */
export const transitions: readonly Transition[] = [
  { verb: 'ticket.open', from: [], to: ['new', 'assigned'], holder: 'given' },
  // Opened and solved in one.
  { verb: 'ticket.openAnswered', from: [], to: ['solved'], holder: 'actor' },
  { verb: 'ticket.assign', from: openStatuses, to: ['assigned', 'new'], holder: 'given', run: ['running', 'paused'] },
  { verb: 'ticket.dispatch', from: ['new', 'follow_up'], to: ['assigned', 'same'], holder: 'given', held: 'pool' },
  // Whatever state it was left in: what nobody has, somebody can take.
  { verb: 'ticket.claim', from: openStatuses, to: ['in_progress'], holder: 'actor', held: 'pool' },
  { verb: 'ticket.acknowledge', from: ['assigned'], to: ['in_progress'], holder: 'same' },
  {
    verb: 'ticket.reply',
    from: [...openStatuses, 'solved'],
    to: ['in_progress', 'same'],
    holder: 'same',
    run: ['running', 'paused'],
  },
  {
    verb: 'ticket.note',
    from: any,
    to: ['same'],
    holder: 'same',
    run: ['running', 'paused', 'cancelled', 'force_ended'],
  },
  // Also on what is over: a follow-up call asks whether it helped.
  {
    verb: 'ticket.recordCall',
    from: any,
    to: ['in_progress', 'same'],
    holder: 'same',
    run: ['running', 'paused', 'cancelled', 'force_ended'],
  },
  { verb: 'ticket.progress', from: openStatuses, to: ['same'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.await', from: ['in_progress'], to: ['pending_customer'], holder: 'same' },
  { verb: 'ticket.hold', from: ['in_progress'], to: ['on_hold'], holder: 'same' },
  {
    verb: 'ticket.receive',
    from: any,
    to: ['in_progress', 'same', 'new'],
    holder: 'same or pool',
    run: ['running', 'paused', 'cancelled', 'force_ended'],
  },
  { verb: 'ticket.transfer', from: openStatuses, to: ['assigned', 'new'], holder: 'given', run: ['running', 'paused'] },
  {
    verb: 'ticket.return',
    from: ['assigned', 'in_progress'],
    to: ['assigned', 'new'],
    holder: 'previous',
    run: ['running', 'paused'],
  },
  { verb: 'ticket.urge', from: openStatuses, to: ['same'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.update', from: any, to: ['same'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.alert', from: openStatuses, to: ['same'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.requestExtension', from: openStatuses, to: ['same'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.grantExtension', from: openStatuses, to: ['same'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.declineExtension', from: openStatuses, to: ['same'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.retime', from: openStatuses, to: ['same'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.solve', from: openStatuses, to: ['solved'], holder: 'same' },
  { verb: 'ticket.followUp', from: ['solved', 'closed'], to: ['follow_up'], holder: 'same or given' },
  {
    verb: 'ticket.reopen',
    from: ['solved', 'closed'],
    to: ['in_progress', 'new'],
    holder: 'same or pool',
    run: ['running', 'cancelled', 'force_ended'],
  },
  // Agents are granted it on solved and follow_up only; the reviewer's grant has no such condition.
  { verb: 'ticket.close', from: [...openStatuses, 'solved'], to: ['closed'], holder: 'same' },
  { verb: 'ticket.pause', from: openStatuses, to: ['same'], holder: 'same' },
  { verb: 'ticket.resume', from: openStatuses, to: ['same'], holder: 'same', run: ['paused'] },
  { verb: 'ticket.cancel', from: openStatuses, to: ['closed'], holder: 'same', run: ['running', 'paused'] },
  { verb: 'ticket.forceEnd', from: openStatuses, to: ['closed'], holder: 'same', run: ['running', 'paused'] },
]

const byVerb = new Map(transitions.map(row => [row.verb, row]))

/** How a ticket stands, as far as the state table asks. */
export interface Standing {
  status: Status
  runState: RunState
  assigneeId: string | null
}

/** Whether the state table lets `verb` act on a ticket that stands so. */
export function canMove(verb: string, { status, runState, assigneeId }: Standing): boolean {
  const row = byVerb.get(verb)
  if (!row || (row.held === 'pool' && assigneeId !== null)) return false
  return row.from.includes(status) && (row.run ?? ['running']).includes(runState)
}
