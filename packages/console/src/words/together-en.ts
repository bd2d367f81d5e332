import type { Same } from './rooms.ts'
import type { togetherZhCN } from './together-zh-CN.ts'

export const togetherEn: Same<typeof togetherZhCN> = {
  viewers: 'Also looking at this ticket',
  also: '{{names}} is looking too',
  and: '; ',
  typing: {
    reply: '{{names}} is replying',
    note: '{{names}} is writing a note',
    progress: '{{names}} is noting progress',
  },
  news: {
    'ticket.assigned': 'Just assigned by {{actor}} to {{to}}',
    'ticket.transferred': 'Just transferred by {{actor}} to {{to}}',
    'ticket.returned': 'Just returned by {{actor}} to {{to}}',
    'ticket.pooled': 'Just went back to {{to}}',
    'ticket.claimed': 'Just claimed by {{actor}}',
    'ticket.acknowledged': 'Just acknowledged by {{actor}}',
    'ticket.solved': 'Just solved by {{actor}}',
    'ticket.closed': 'Just closed by {{actor}}',
    'ticket.cancelled': 'Just cancelled by {{actor}}',
    'ticket.forceEnded': 'Just force-ended by {{actor}}',
    'ticket.reopened': 'Just reopened by {{actor}}',
    'ticket.followedUp': 'Just marked for follow-up by {{actor}}',
    'ticket.paused': 'Just paused by {{actor}}',
    'ticket.resumed': 'Just resumed by {{actor}}',
  },
  moved: '{{why}}. What you wrote is kept; to send it all the same, press again.',
}
