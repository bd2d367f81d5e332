import type { NotificationKind, VerbName } from '@baton/contract'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import type { Directory } from '../../records/people/index.ts'

/** What a rule knows when it says who is told. */
export interface Scene {
  event: Pick<LoggedEvent, 'type' | 'actor_kind' | 'actor_id' | 'actor_name' | 'topic_id' | 'payload'>
  /** The ticket as it stands now, which may be later than the event. */
  ticket: { id: string; department_id: string | null; assignee_id: string | null; is_done: boolean } | undefined
  people: Directory
  /** Who is signed in. */
  present: ReadonlySet<string>
  now: Date
}

/** Some people are told one thing. */
export interface Told {
  kind: NotificationKind
  to: readonly string[]
  params: Record<string, unknown>
  /** They must be granted this too, on the ticket as it stands. */
  grant?: VerbName
  /** Unread ones with the same key are one that counts. */
  bundle?: string
  /** Old news: it stands in the list and calls nobody. */
  listedOnly?: true
}

export type Rule = (scene: Scene) => readonly Told[]

export const managersOf = ({ people }: Scene, departmentId: string | null | undefined): readonly string[] =>
  departmentId ? people.managersOf(departmentId) : []

export const byPerson = ({ event }: Scene): boolean => event.actor_kind === 'person'

export const actor = ({ event }: Scene) => ({ actor: event.actor_name, actorKind: event.actor_kind })
