import type { EventName, NotificationKind } from '@baton/contract'
import { clockRules } from './clock-rules.ts'
import { actor, byPerson, managersOf, type Rule, type Scene, type Told } from './scene.ts'

/** From so many urges on, whoever answers for the department hears of them too. */
const managersFrom = 3

/** Event → who is told, and why. Pure; never told are one's own deeds, and what one may not see (`recipients.ts`). */
export const rules: Partial<Record<EventName, Rule>> = {
  'ticket.opened': scene => given(scene, byPerson(scene) ? 'opened' : 'auto'),
  'ticket.assigned': scene => given(scene, byPerson(scene) ? undefined : 'auto'),
  'ticket.transferred': scene => given(scene, 'transferred'),
  'ticket.returned': scene => given(scene, 'returned'),
  'ticket.pooled': scene => pool(scene, holderIn(scene).departmentId),
  'ticket.undispatched': scene => waiting(scene, text(scene.event.payload.departmentId), 'undispatched'),

  'ticket.received'(scene) {
    const { automatic, reopened } = scene.event.payload
    if (automatic) return []
    if (reopened && !scene.ticket?.assignee_id) return pool(scene, scene.ticket?.department_id ?? null)
    if (reopened) return toHolder(scene, 'reopened', { how: 'answered' })
    return toHolder(scene, 'answered', {}, `answered:${scene.event.topic_id}`)
  },
  'ticket.urged'(scene) {
    const { count, note } = scene.event.payload
    const holder = scene.ticket?.assignee_id
    const managers = !holder || Number(count) >= managersFrom ? managersOf(scene, scene.ticket?.department_id) : []
    const to = [...new Set([...(holder ? [holder] : []), ...managers])]
    return [
      { kind: 'urged', to, params: { ...actor(scene), times: count, note }, bundle: `urged:${scene.event.topic_id}` },
    ]
  },
  'ticket.noted': scene => [
    { kind: 'mentioned', to: scene.event.payload.mentionIds as string[], params: actor(scene) },
  ],
  'ticket.reopened': scene =>
    scene.ticket?.assignee_id
      ? toHolder(scene, 'reopened', { ...actor(scene), reason: scene.event.payload.reason })
      : pool(scene, scene.ticket?.department_id ?? null),
  'ticket.followedUp'(scene) {
    const { reason, changes } = scene.event.payload
    const isGiven = (changes as { field: string }[] | undefined)?.some(({ field }) => field === 'assigneeId')
    return toHolder(scene, isGiven ? 'assigned' : 'reopened', { how: 'followedUp', ...actor(scene), reason })
  },
  'ticket.appointmentDue'(scene) {
    const { appointmentAt } = scene.event.payload
    const holder = scene.ticket?.assignee_id
    if (holder) return toHolder(scene, 'appointment', { appointmentAt })
    const params = { appointmentAt, how: 'managed' }
    return [{ kind: 'appointment', to: managersOf(scene, scene.ticket?.department_id), params }]
  },
  ...clockRules,
  'survey.answered'(scene) {
    const { score, bad, hasComment } = scene.event.payload
    if (!bad) return []
    const params = { score, ...(hasComment === true && { how: 'commented' }) }
    return [{ kind: 'rated', to: managersOf(scene, scene.ticket?.department_id), params }]
  },
  'delivery.changed'(scene) {
    const { to, error, messageId } = scene.event.payload
    // What is no ticket's is a notification itself: of that nobody is told, or it would never end.
    if ((to !== 'failed' && to !== 'unknown') || !scene.ticket) return []
    const trouble: Told = { kind: 'trouble', to: scene.people.administrators(), params: { error }, bundle: 'trouble' }
    return [
      ...(messageId ? toHolder(scene, 'undelivered', { error }, `undelivered:${scene.event.topic_id}`) : []),
      ...(to === 'failed' ? [trouble] : []),
    ]
  },
}

/** The events that take a ticket out of the pool: what was told of it there is news no longer. */
export const taken: readonly EventName[] = [
  'ticket.claimed',
  'ticket.assigned',
  'ticket.transferred',
  'ticket.returned',
  'ticket.solved',
  'ticket.closed',
  'ticket.cancelled',
  'ticket.forceEnded',
]

/** The events that only concern a pool, as long as they name no person: without anybody there they cost nothing. */
export const isOnlyForPool = ({ event }: Pick<Scene, 'event'>): boolean =>
  (event.type === 'ticket.opened' || event.type === 'ticket.pooled') && holderIn({ event }).assigneeId === null

/** Signed-in members of the department in whose pool an event puts its ticket, but for whoever put it there. */
export const presentMembers = ({ event, people, present }: Omit<Scene, 'ticket' | 'now'>): string[] =>
  membersThere({ people, present }, holderIn({ event }).departmentId).filter(id => id !== event.actor_id)

function given(scene: Scene, how: 'opened' | 'auto' | 'transferred' | 'returned' | undefined): Told[] {
  const { departmentId, assigneeId } = holderIn(scene)
  if (!assigneeId) return pool(scene, departmentId)
  const { reason, mode } = scene.event.payload
  // Baton's own reasons are codes, explained on the ticket itself.
  const why = scene.event.actor_kind === 'system' ? {} : { reason }
  return [{ kind: 'assigned', to: [assigneeId], params: { ...(how && { how }), ...actor(scene), ...why, mode } }]
}

/** Where tickets find a person by themselves nobody is called to claim one, until nobody was found. */
function pool(scene: Scene, departmentId: string | null): Told[] {
  const department = departmentId ? scene.people.departments.get(departmentId) : undefined
  return department?.dispatch === 'auto' ? [] : waiting(scene, departmentId)
}

/** Only while it waits: whoever was quicker has made it old news. */
function waiting(scene: Scene, departmentId: string | null, how?: 'undispatched'): Told[] {
  if (!departmentId || !scene.ticket || scene.ticket.assignee_id || scene.ticket.is_done) return []
  const params = { departmentId, ...(how && { how }) }
  return [
    {
      kind: 'pool',
      to: membersThere(scene, departmentId),
      params,
      grant: 'ticket.claim',
      bundle: `pool:${departmentId}`,
    },
  ]
}

const membersThere = ({ people, present }: Pick<Scene, 'people' | 'present'>, departmentId: string | null): string[] =>
  departmentId ? people.membersOf(departmentId).filter(id => present.has(id)) : []

function toHolder(scene: Scene, kind: NotificationKind, params: Record<string, unknown>, bundle?: string): Told[] {
  const holder = scene.ticket?.assignee_id
  return holder ? [{ kind, to: [holder], params, ...(bundle && { bundle }) }] : []
}

function holderIn({ event }: Pick<Scene, 'event'>): { departmentId: string | null; assigneeId: string | null } {
  const to = event.payload.to as { departmentId?: string | null; assigneeId?: string | null } | undefined
  return { departmentId: to?.departmentId ?? null, assigneeId: to?.assigneeId ?? null }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
