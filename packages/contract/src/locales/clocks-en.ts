import type { clocksZhCN } from './clocks-zh-CN.ts'

type Same<T> = { [S in keyof T]: { [K in keyof T[S]]: string } }

/** The words of clocks: cards, extensions, ladders, and why each stretch of time ran or stood still. */
export const clocksEn: Same<typeof clocksZhCN> = {
  verb: {
    'ticket.alert': 'Alert people',
    'ticket.requestExtension': 'Ask for more time',
    'ticket.grantExtension': 'Grant more time',
    'ticket.declineExtension': 'Decline more time',
    'ticket.clocks': 'See how the clocks ran',
  },
  event: {
    'ticket.retimed': 'Times were reckoned anew by changed policies or calendars',
    'ticket.alerted': '{actor} alerted {to}[: {note}]',
    'clock.warned': 'Yellow card: the {clock} is due soon, by {dueAt}[, held by {holder}]',
    'clock.breached': 'Red card: the {clock} target was missed: due {dueAt}[, held by {holder}]',
    'clock.met': 'The {clock} is done, in {usedSeconds}',
    'clock.changed': 'The {clock} is due {dueAt} now[: {changes}]; {usedSeconds} have run already',
    'clock.escalated': 'The {clock} is escalated: {verb}',
    'ticket.extensionRequested': '{actor} asked for {seconds} more for the {clock}: {reason}',
    'ticket.extensionGranted': '{actor} granted {seconds} more for the {clock}, due {dueAt} now[: {note}]',
    'ticket.extensionDeclined': '{actor} declined more time for the {clock}: {reason}',
    'ticket.extensionLapsed': 'Nobody decided in time about more time for the {clock}',
  },
  fieldName: {
    policyId: 'policy',
    calendarId: 'calendar',
    targetSeconds: 'target',
    extendedSeconds: 'granted in addition',
    reopenCount: 'times reopened',
    waitingSince: 'waiting since',
    acknowledgedAt: 'acknowledged',
    firstResponseAt: 'first answered',
    dueAt: 'due',
  },
  cause: {
    started: 'It began',
    'ticket.paused': 'The ticket was paused',
    'ticket.resumed': 'The ticket was resumed',
    'promise.changed': 'Something else was promised',
    'extension.granted': 'More time was granted',
  },
  alertRole: {
    holder: 'whoever has the ticket',
    managers: 'the department’s managers',
    above: 'the managers of the department above',
  },
  clockState: { running: 'Running', paused: 'Stopped', met: 'Done', dropped: 'Dropped' },
  notification: {
    near: 'The {clock} is due soon, by {dueAt}',
    'near.managed': 'The {clock} is due soon and nobody has it, by {dueAt}',
    breached: 'The {clock} is overdue since {dueAt}',
    'breached.managed': 'The {clock} is overdue[, held by {holderId}]',
    'breached.late': 'While the system stood still, the {clock} came due at {dueAt}',
    'breached.many': 'While the system stood still, {count} promises came due',
    alerted: 'Please look at this ticket[: {note}]',
    'alerted.person': '{actor} asks you to look at this ticket[: {note}]',
    extension: '{actor} asks for {seconds} more for the {clock}: {reason}',
    'extension.granted': '{actor} granted {seconds} more: the {clock} is due by {dueAt}',
    'extension.declined': '{actor} declined more time: {reason}',
    'extension.lapsed': 'Nobody decided in time about more time for the {clock}',
  },
  notificationKind: { alerted: 'I am asked to look', extension: 'Requests for more time' },
  problem: {
    'clock.none': 'No {clock} is being timed on the ticket',
    'clock.over': 'The {clock} is overdue already: no more time can be asked for',
    'extension.none': 'Nobody has asked for more time for the {clock}',
  },
  field: {
    'ladder.verb': 'Not something that a ladder can do',
    'extension.more': 'Not more than was asked for',
  },
  text: { 'ladder.refused': 'The escalation “{verb}” could not be done: {problem}' },
  duration: { hours: '{n} h', minutes: '{n} min', seconds: '{n} s' },
}
