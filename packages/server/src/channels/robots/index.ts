import { module } from '../../kernel/module.ts'
import { sayTests } from './say-tests.ts'
import { robotSender } from './sender.ts'

/** Group robots: what is put out for them is said in their group, within the platform's limits. */
export const robotMessages = module({ name: 'robotMessages', followers: [sayTests], senders: [robotSender] })
