import { alertRoles, type EventName } from '@baton/contract'
import { actor, byPerson, managersOf, type Rule, type Scene, type Told } from './scene.ts'

/** What clocks tell, and who hears of it: cards, alerts and requests for more time. */
export const clockRules = {
  /** The yellow card: to whoever can still keep it. */
  'clock.warned'(scene) {
    const { dueAt, clock } = scene.event.payload
    // After a standstill the red card is as near: one of them is enough.
    if (!scene.ticket || scene.ticket.is_done || Date.parse(String(dueAt)) <= scene.now.getTime()) return []
    const { departmentId, assigneeId } = holderOf(scene)
    const params = { clock, dueAt, ...(!assigneeId && { how: 'managed' }) }
    return [{ kind: 'near', to: assigneeId ? [assigneeId] : managersOf(scene, departmentId), params }]
  },
  /** The red card: to whoever had it then, and to the managers. */
  'clock.breached'(scene) {
    const { clock, dueAt } = scene.event.payload
    const { departmentId, assigneeId } = holderOf(scene)
    const managers = managersOf(scene, departmentId).filter(id => id !== assigneeId)
    const mine = assigneeId ? [assigneeId] : []
    if (isLate(dueAt, scene)) return late([...mine, ...managers], { clock, dueAt })
    return [
      { kind: 'breached', to: mine, params: { clock, dueAt } },
      { kind: 'breached', to: managers, params: { clock, dueAt, how: 'managed', holderId: assigneeId } },
    ]
  },
  'ticket.alerted'(scene) {
    const { to, note, since } = scene.event.payload
    const params = { ...actor(scene), note, ...(byPerson(scene) && { how: 'person' }) }
    return [{ kind: 'alerted', to: alerted(scene, to as readonly string[]), params, ...quietly(since, scene) }]
  },
  'ticket.extensionRequested'(scene) {
    const { clock, seconds, reason } = scene.event.payload
    const managers = managersOf(scene, scene.ticket?.department_id)
    const to = managers.length > 0 ? managers : scene.people.administrators()
    return [
      { kind: 'extension', to, params: { ...actor(scene), clock, seconds, reason }, grant: 'ticket.grantExtension' },
    ]
  },
  'ticket.extensionGranted'(scene) {
    const { clock, seconds, dueAt } = scene.event.payload
    return toAsker(scene, { ...actor(scene), clock, seconds, dueAt, how: 'granted' })
  },
  'ticket.extensionDeclined': scene =>
    toAsker(scene, { ...actor(scene), reason: scene.event.payload.reason, how: 'declined' }),
  'ticket.extensionLapsed': scene => toAsker(scene, { clock: scene.event.payload.clock, how: 'lapsed' }),
} satisfies Partial<Record<EventName, Rule>>

/** A card that is noticed so much later than it fell tells of a desk that stood still. */
const standstill = 15 * 60_000

const isLate = (at: unknown, { now }: Scene): boolean => now.getTime() - Date.parse(String(at)) > standstill

const quietly = (since: unknown, scene: Scene) =>
  since !== null && isLate(since, scene) ? { listedOnly: true as const } : {}

/** What fell while nobody could have looked: one line that counts, and nobody is called. */
const late = (to: readonly string[], params: Record<string, unknown>): Told[] => [
  { kind: 'breached', to, params: { ...params, how: 'late' }, bundle: 'breached:late', listedOnly: true },
]

function holderOf({ event }: Scene): { departmentId: string | null; assigneeId: string | null } {
  return event.payload.holder as { departmentId: string | null; assigneeId: string | null }
}

/** Roles as they are filled now; what nobody has, its managers have. */
function alerted(scene: Scene, to: readonly string[]): string[] {
  const { ticket, people } = scene
  const department = ticket?.department_id ?? null
  const managers = managersOf(scene, department)
  const filled: Record<(typeof alertRoles)[number], readonly string[]> = {
    holder: ticket?.assignee_id ? [ticket.assignee_id] : managers,
    managers,
    above: department ? people.managersAbove(department) : [],
  }
  return [...new Set(to.flatMap(one => (isRole(one) ? filled[one] : [one])))]
}

const isRole = (name: string): name is (typeof alertRoles)[number] => (alertRoles as readonly string[]).includes(name)

function toAsker({ event }: Scene, params: Record<string, unknown>): Told[] {
  const { askedById } = event.payload
  return typeof askedById === 'string' ? [{ kind: 'extension', to: [askedById], params }] : []
}
