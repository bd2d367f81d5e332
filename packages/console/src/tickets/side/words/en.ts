import type { Same } from '../../../words/rooms.ts'
import type { zhCN } from './zh-CN.ts'

export const en: Same<typeof zhCN> = {
  title: 'Rating',
  score: '{{count}} of 5',
  by: { email: 'mail', sms: 'text message' },
  waiting: 'Asked by {{channel}}',
  undelivered: 'The {{channel}} was not delivered, so the customer was not asked',
  notSent: 'Could not be asked: {{reason}}',
}
