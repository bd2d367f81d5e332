import type { callZhCN } from './call-zh-CN.ts'
import type { Same } from './rooms.ts'

export const callEn: Same<typeof callZhCN> = {
  bar: 'Phone',
  register: 'Register a call',
  registerOut: 'Register an outgoing call',
  recordsTitle: 'Calls',
  unregistered: 'Not registered',
  missed: '{{count}} missed calls',
  missedMore: 'More than {{count}} missed calls',
  hiddenNumber: 'Hidden number',
  ring: {
    title: 'Incoming call',
    unknown: 'A new number, nobody we know',
    take: 'Answer and register',
    later: 'Later',
  },
  mark: {
    in: 'Incoming call',
    out: 'Outgoing call',
    by: 'answered by {{name}}',
    byOut: 'dialled by {{name}}',
    running: 'talking',
    missed: 'missed',
  },
}
