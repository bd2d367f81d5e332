import type { Same } from '../../words/rooms.ts'
import type { zhCN } from './zh-CN.ts'

export const en: Same<typeof zhCN> = {
  title: 'Help',
  search: 'Search the help',
  none: 'No help found',
  noneHint: 'Try another word, such as “transfer” or “mailbox”',
  index: 'Contents',
  about: 'Help: {{title}}',
  group: { tickets: 'Tickets', comfort: 'Getting about', desk: 'Running the desk' },
  home: 'What would you like to do?',
  homeUnder: 'Each page tells one thing: where to press, and which keys.',
}
