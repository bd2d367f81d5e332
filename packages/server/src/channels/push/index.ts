/** Web Push: messages to the browsers of the desk's own people, encrypted for each. */
import { module } from '../../kernel/module.ts'
import { pushSender } from './sender.ts'

export const push = module({ name: 'push', senders: [pushSender] })
