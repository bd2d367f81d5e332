/** The keys that are no verb's, by where they work; their words are the console's. */
export const keyLines = {
  anywhere: [
    ['mod k', 'frame.find'],
    ['/', 'frame.find'],
    ['n', 'frame.newTicket'],
    ['d', 'call.register'],
    ['g n', 'frame.notifications'],
    ['?', 'keys.title'],
  ],
  list: [
    ['j', 'keys.next'],
    ['k', 'keys.previous'],
    ['enter', 'keys.open'],
    ['x', 'keys.choose'],
    ['shift down', 'keys.chooseOn'],
    ['esc', 'keys.back'],
  ],
  ticket: [
    ['.', 'ticket.macros'],
    ['e', 'ticket.editSubject'],
    ['i', 'ticket.side'],
    ['q', 'clock.panel'],
    ['y', 'ticket.copyNumber'],
    ['mod enter', 'composer.send'],
  ],
} as const
