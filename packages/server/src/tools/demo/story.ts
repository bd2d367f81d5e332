import type { Channel } from '@baton/contract'
import { type Cast, onThePhone, type Player, taker } from './cast.ts'
import type { Customer } from './customers.ts'
import { handle } from './handling.ts'
import type { Matter } from './matter.ts'
import { roots } from './organisation.ts'
import type { Chance } from './random.ts'
import { type Act, Script } from './script.ts'
import { factsOf, filled, type Mood, named, opened } from './talk.ts'
import { type Department, type Topic, topics } from './topics/index.ts'
import { turnsOf } from './turns.ts'

/** One matter from its first word to its last, as far as people and customers act; timers do the rest. */
export interface Story {
  customer: Customer
  channel: Channel
  /** Without the customer's id, which is known when the story is played. */
  opening: Act
  acts: readonly Act[]
}

export function tell(openedAt: number, cast: Cast, customers: readonly Customer[], chance: Chance): Story {
  const { one, happens, weighted } = chance
  const topic = weighted(topics, ({ weight }) => weight)
  const customer = weighted(customers, ({ weight }) => weight)
  const hotline = happens(38) ? onThePhone(cast, openedAt, chance) : undefined
  const channel = hotline ? (happens(82) ? 'phone' : 'web') : customer.email && happens(52) ? 'email' : 'form'
  const department = departmentOf(topic)
  // On the telephone some matters are settled by whoever answers.
  const onTheSpot = hotline !== undefined && happens(22)
  const first = onTheSpot && hotline ? { player: hotline, at: openedAt } : taker(cast, department, openedAt, chance)
  const part = one(topic.cases)
  const matter: Matter = {
    topic,
    part,
    turns: turnsOf(part, chance),
    mood: moodOf(topic, chance),
    urgency: happens(topic.critical) ? 'critical' : happens(topic.urgent) ? 'urgent' : 'normal',
    channel,
    department,
    customer,
    facts: factsOf({ topic, part }, openedAt, customer, chance),
  }
  const script = new Script(openedAt)
  const opening = openingOf(matter, openedAt, hotline, onTheSpot, cast, chance)
  handle(script, matter, cast, { ...first, isHolder: onTheSpot }, chance)
  return { customer, channel, opening, acts: script.acts }
}

function departmentOf({ category }: Topic): Department {
  const department = roots[category.split('-')[0] ?? '']
  if (!department) throw new Error(`no department answers for ${category}`)
  return department
}

function moodOf({ requestType, before }: Topic, { happens }: Chance): Mood {
  if (before) return happens(12) ? 'hurried' : 'calm'
  if (requestType === 'complaint') return happens(50) ? 'angry' : happens(50) ? 'hurried' : 'calm'
  return happens(9) ? 'angry' : happens(24) ? 'hurried' : 'calm'
}

function openingOf(
  { topic, turns, mood, urgency, channel, customer, facts }: Matter,
  at: number,
  hotline: Player | undefined,
  onTheSpot: boolean,
  cast: Cast,
  chance: Chance,
): Act {
  const { one, happens } = chance
  const tags = [
    ...(mood === 'angry' && happens(60) ? ['情绪激动'] : []),
    ...(happens(7) ? [one(['大促', '直播间', '老客户', '需回访'])] : []),
  ]
  return {
    at,
    by: hotline ?? 'customer',
    verb: 'ticket.open',
    input: {
      subject: filled(turns.subject, facts),
      body: opened(turns.opening, mood, topic.before === true ? [] : named, facts, chance),
      channel,
      category: topic.category,
      requestType: topic.requestType,
      urgency,
      tags,
      requester: {
        name: customer.full,
        ...(channel === 'email' && customer.email ? { email: customer.email } : { phone: customer.phone }),
      },
      ...(onTheSpot && hotline && { departmentId: cast.departmentIds[hotline.department], assigneeId: hotline.id }),
    },
  }
}
