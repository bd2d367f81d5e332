import type { Channel, Urgency } from '@baton/contract'
import type { Customer } from './customers.ts'
import type { Facts, Mood } from './talk.ts'
import type { Case, Department, Topic } from './topics/index.ts'
import type { Turns } from './turns.ts'

/** What is settled about a matter before anybody acts. */
export interface Matter {
  topic: Topic
  part: Case
  turns: Turns
  mood: Mood
  urgency: Urgency
  channel: Channel
  department: Department
  customer: Customer
  facts: Facts
}
