/** The words of dispatch: why this person, and why it still waits */
export const dispatchEn = {
  dispatch: {
    comma: ', ',
    why: 'Why is it here?',
    whyWaiting: 'Why does it wait?',
    chosen: '{{name}} is ready with {{load}} of {{capacity}} in hand, the smallest share',
    step: {
      siblings: 'Nobody free in the department; {{department}} beside it takes over',
      default: 'Nobody free there or beside it; the default department {{department}} takes over',
    },
    needs: 'Needs: {{skills}}',
    now: 'Dispatched now it would go to {{name}} ({{load}} of {{capacity}} in hand)',
    nobody: 'Nobody can take it now',
    offDuty: 'Everybody of the department who could is signed out; it waits for them',
    claims: 'Members of this department claim; nothing is dispatched by itself',
    noOne: 'Nobody could ever take this ticket',
    others: 'Not to',
    rest: 'and {{reasons}}',
    count: '{{count}} {{why}}',
    reason: {
      right: 'not allowed',
      skill: 'without the skill',
      offline: 'signed out',
      busy: 'busy',
      break: 'on a break',
      away: 'away',
      full: 'full',
      busier: 'with more in hand',
      later: 'served more recently',
    },
  },
} as const
