import { compile, type PlainRecord, resolve, urgentKinds } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { Kind } from '../../kernel/kinds.ts'
import {
  dueAt,
  type News,
  notificationDefaults,
  type PreferencesRow,
  preferencesOf,
  unchosen,
  waysOf,
} from '../../records/notifications/index.ts'
import { directory, meOf } from '../../records/people/index.ts'
import { settings } from '../../records/settings/index.ts'
import { canText } from '../../records/sms/index.ts'
import type { Told } from './scene.ts'

/** Something told, with whatever it is about. */
export interface Telling extends Told {
  seq: number | null
  /** Whose deed it is: never told of it. */
  actorId: string | null
  /** As conditions see it; undefined when it is about no ticket. */
  ticket: (PlainRecord & { id: string }) | undefined
}

export interface At {
  db: Db
  picture: Picture
  now: Date
  ticketKind: Kind
}

/** One row for each person who may see it and wants to be told, with when it leaves the house. */
export async function newsFor(tellings: readonly Telling[], at: At): Promise<News[]> {
  const sees = sight(at)
  const meant = tellings.flatMap(told =>
    [...new Set(told.to)]
      .filter(id => id !== told.actorId && mayHear(id, told, sees))
      .map(agentId => ({ told, agentId })),
  )
  if (meant.length === 0) return []
  const reach = await reachOf(at.db, [...new Set(meant.map(({ agentId }) => agentId))])
  const desk = at.picture.of(notificationDefaults).choices
  const zone = at.picture.of(settings).timezone
  const texts = canText(at.picture, 'notice')
  return meant.flatMap(({ told, agentId }): News[] => {
    const { preferences, canPush, canMail, canRead } = reach.get(agentId) ?? nowhere(agentId)
    const ways = waysOf(told.kind, desk, preferences.choices)
    const calls = !told.listedOnly
    const push = calls && ways.push && canPush ? dueAt('push', preferences, at.now, zone) : null
    const mail = calls && ways.mail && canMail ? dueAt('mail', preferences, at.now, zone) : null
    const sms = calls && ways.sms && canRead && texts ? dueAt('sms', preferences, at.now, zone) : null
    const listed = ways.inApp || ways.popup
    if (!listed && !push && !mail && !sms) return []
    return [
      {
        agentId,
        kind: told.kind,
        ticketId: told.ticket?.id ?? null,
        seq: told.seq,
        params: told.params,
        urgent: urgentKinds.includes(told.kind),
        bundle: told.bundle ?? null,
        count: 1,
        listed,
        popup: calls && ways.popup,
        push,
        mail,
        sms,
      },
    ]
  })
}

type Sees = (agentId: string, grant: string, ticket: PlainRecord) => boolean

const mayHear = (agentId: string, { ticket, grant }: Telling, sees: Sees): boolean =>
  // What is about no ticket goes to those who were named for it.
  !ticket || (sees(agentId, 'ticket.get', ticket) && (grant === undefined || sees(agentId, grant, ticket)))

/** Whether an active person's grant holds on a ticket. What depends on the person alone is worked out once. */
export function sight({
  picture,
  now,
  ticketKind,
}: Omit<At, 'db'>): (agentId: string, grant: string, ticket: PlainRecord) => boolean {
  const people = picture.of(directory)
  const catalogue = ticketKind.catalogue(picture)
  const { timezone } = picture.of(settings)
  const known = new Map<string, (ticket: PlainRecord) => boolean>()
  const work = (agentId: string, grant: string): ((ticket: PlainRecord) => boolean) => {
    const person = people.agents.get(agentId)
    if (person?.status !== 'active') return () => false
    const answer = people.grantsOf(person.roleIds).may(grant)
    if (typeof answer === 'boolean') return () => answer
    return compile(resolve(answer, catalogue, { now, zone: timezone, me: meOf(person, people) }))
  }
  return (agentId, grant, ticket) => {
    const key = `${agentId} ${grant}`
    const holds = known.get(key) ?? work(agentId, grant)
    known.set(key, holds)
    return holds(ticket)
  }
}

interface Reach {
  preferences: PreferencesRow
  canPush: boolean
  canMail: boolean
  /** Whether there is a telephone number for text messages. */
  canRead: boolean
}

const nowhere = (agentId: string): Reach => ({
  preferences: unchosen(agentId),
  canPush: false,
  canMail: false,
  canRead: false,
})

async function reachOf(db: Db, agentIds: readonly string[]): Promise<Map<string, Reach>> {
  const [{ rows }, chosen] = await Promise.all([
    sql<{ id: string; can_push: boolean; can_mail: boolean; can_read: boolean }>`
      select a.id, a.email is not null as can_mail, a.phone is not null as can_read,
        exists (select from push_subscriptions s where s.agent_id = a.id) as can_push
      from agents a where a.id = any(${agentIds}::uuid[])`.execute(db),
    preferencesOf(db, agentIds),
  ])
  const own = new Map(chosen.map(row => [row.agent_id, row]))
  return new Map(
    rows.map(row => [
      row.id,
      {
        preferences: own.get(row.id) ?? unchosen(row.id),
        canPush: row.can_push,
        canMail: row.can_mail,
        canRead: row.can_read,
      },
    ]),
  )
}
