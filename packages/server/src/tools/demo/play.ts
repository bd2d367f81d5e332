import type { Caller } from '../../kernel/caller.ts'
import type { Due } from '../../kernel/due.ts'
import { Problem } from '../../kernel/problems.ts'
import { issueToken } from '../../kernel/tokens.ts'
import { followPurpose } from '../../records/portal/index.ts'
import { minute } from './hours.ts'
import type { Lane } from './lane.ts'
import type { Act } from './script.ts'
import type { Story } from './story.ts'

export interface Played {
  acts: number
  /** Acts that the desk refused, by verb and code: none, unless a story makes no sense. */
  refused: Map<string, number>
}

interface Entry {
  at: number
  tale: Tale
  act: Act
}

interface Tale {
  story: Story
  lane: number
  ticketId: string
}

/** So much of history is told at once: within it only what concerns the same ticket keeps its order. */
const slice = 30 * minute

/**
 * Plays all stories in the order of time, as far as `until`. Matters are opened one after the other, so that their numbers
 * follow the clock; what is done with them goes on several lanes. Timers come when they are due.
 */
export async function play(
  lanes: readonly Lane[],
  stories: readonly Story[],
  { from, until, heard }: { from: number; until: number; heard(part: number): Promise<void> },
): Promise<Played> {
  const tales = stories.map((story, at): Tale => ({ story, lane: at % lanes.length, ticketId: '' }))
  const entries = entriesOf(tales, until)
  const byTicket = new Map<string, Tale>()
  const played: Played = { acts: 0, refused: new Map() }
  const first = must(lanes[0])
  let next = 0
  for (let begins = from; begins < until; begins += slice) {
    const ends = Math.min(begins + slice, until)
    const now: Entry[] = []
    for (let entry = entries[next]; entry && entry.at < ends; entry = entries[++next]) now.push(entry)
    for (const { tale, act } of now) {
      if (act.verb !== 'ticket.open') continue
      tale.ticketId = await open(first, tale, act)
      byTicket.set(tale.ticketId, tale)
      played.acts += 1
    }
    const work = lanes.map((): (() => Promise<void>)[] => [])
    const timers = await dueTimers(first, ends)
    const due = timers.map(timer => ({ at: timer.due_at.getTime(), timer }))
    const acts = now.filter(({ act }) => act.verb !== 'ticket.open')
    for (const item of [...acts, ...due].sort((a, b) => a.at - b.at)) {
      const lane = 'timer' in item ? (byTicket.get(item.timer.subject_id)?.lane ?? 0) : item.tale.lane
      const desk = must(lanes[lane])
      work[lane]?.push('timer' in item ? () => ring(desk, item.timer) : () => perform(desk, item, played))
    }
    await Promise.all(
      work.map(async jobs => {
        for (const job of jobs) await job()
      }),
    )
    await heard((ends - from) / (until - from))
  }
  return played
}

function entriesOf(tales: readonly Tale[], until: number): Entry[] {
  return tales
    .flatMap(tale => [tale.story.opening, ...tale.story.acts].map(act => ({ at: act.at, tale, act })))
    .filter(({ at }) => at < until)
    .sort((a, b) => a.at - b.at)
}

async function open(lane: Lane, { story }: Tale, { at, by, input }: Act): Promise<string> {
  const caller = await callerOf(lane, story, by)
  return lane.does(at, 'ticket.open', { ...input, customerId: story.customer.id }, { caller })
}

async function perform(lane: Lane, { tale, act }: Entry, played: Played): Promise<void> {
  const { story, ticketId } = tale
  const { at, by, verb, input } = act
  const said = verb === 'ticket.receive' ? received(story) : {}
  const caller = await callerOf(lane, story, by)
  const on = verb === 'survey.answer' ? { token: await rateToken(lane, ticketId, at) } : { ...said, ticketId }
  try {
    await lane.does(at, verb, { ...input, ...on }, { caller })
    played.acts += 1
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const key = `${verb} ${error.code}`
    played.refused.set(key, (played.refused.get(key) ?? 0) + 1)
  }
}

/** By which way the customer's next words come. */
const received = ({ channel, customer: { id, email, phone } }: Story) => ({
  channel: channel === 'phone' || channel === 'web' ? 'phone' : channel,
  customerId: id,
  from: (channel === 'email' && email) || phone,
})

/** What the link in the mail that asks for a rating carries; forgotten by the next day. */
const rateToken = ({ desk: { db } }: Lane, ticketId: string, at: number): Promise<string> =>
  issueToken(db, { purpose: followPurpose, subjectId: ticketId, days: 1, now: new Date(at) })

async function callerOf({ desk, person }: Lane, { customer }: Story, by: Act['by']): Promise<Caller> {
  if (by === 'desk') return desk.systemCaller('surveying')
  // Somebody outside, by the name that the desk knows.
  if (by === 'customer')
    return { ...desk.systemCaller('demo'), actor: { kind: 'outside', id: null, name: customer.full } }
  return person(by.id)
}

async function dueTimers(lane: Lane, before: number): Promise<Due[]> {
  return lane.desk.db
    .selectFrom('timers')
    .select(['subject_id', 'verb', 'due_at', 'input'])
    .where('due_at', '<', new Date(before))
    .orderBy('due_at')
    .execute()
}

async function ring(lane: Lane, timer: Due): Promise<void> {
  try {
    // What another lane has in hand is left out, and still due with the next slice.
    await lane.rings(timer)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // It came too late, and is spent.
    const { subject_id, verb } = timer
    await lane.desk.db.deleteFrom('timers').where('subject_id', '=', subject_id).where('verb', '=', verb).execute()
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no lane')
  return value
}
