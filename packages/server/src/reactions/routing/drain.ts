import type { Urgency } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { Problem } from '../../kernel/problems.ts'
import { directory } from '../../records/people/index.ts'
import { candidatesOf, reach, type Standing, standings, wantedBy } from './candidates.ts'
import { choose } from './choose.ts'

interface Waiting {
  id: string
  department_id: string
  category_id: string | null
  urgency: Urgency
  /** As PostgreSQL writes them, for the next page. */
  urgency_rank: number
  created_at: string
  is_told: boolean
}

/**
 * Gives out what waits in these departments, the most urgent and then the oldest first, until nobody able is left or
 * nothing waits: first to each department's own people, then what is left to those beside them. It looks ahead on a
 * picture of how people stand; the verb decides, and each answer corrects the picture.
 */
export async function drain(desk: Desk, departmentIds: readonly string[]): Promise<void> {
  const picture = await desk.configuration.current()
  const departments = departmentIds.filter(id => isAutomatic(id, picture))
  if (departments.length === 0) return
  const within = new Set(departments.flatMap(id => [...reach(id, picture).keys()]))
  const standing = await standings(desk.db, [...within])
  if (standing.size === 0) return
  for (const pass of ['own', 'any'] as const) {
    const round: Round = { desk, picture, standing, pass, hopeless: new Set() }
    for await (const ticket of waitingIn(desk.db, departments)) await place(ticket, round)
  }
}

interface Round {
  desk: Desk
  picture: Picture
  standing: Map<string, Standing>
  pass: 'own' | 'any'
  /** What the same department wants of the same kind needs not be asked again. */
  hopeless: Set<string>
}

async function place(ticket: Waiting, round: Round): Promise<void> {
  const wanted = wantedBy(ticket, round.picture)
  const alike = [ticket.department_id, wanted.weight, ...wanted.skills].join()
  const isHopeless = round.hopeless.has(alike)
  if (isHopeless && ticket.is_told) return
  const decision = choose(wanted, candidatesOf(ticket.department_id, round.standing, round.picture))
  const { chosen } = decision
  if (!chosen) round.hopeless.add(alike)
  if (round.pass === 'own' && chosen?.step !== 'department') return
  // While all are signed out nobody is told, since nobody would hear it.
  if (!chosen && (ticket.is_told || decision.offDuty || decision.rejected.length === 0)) return
  await dispatch(ticket.id, round)
}

async function dispatch(ticketId: string, { desk, standing, picture }: Round): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    try {
      const after = await desk.perform('ticket.dispatch', { ticketId }, { caller: desk.systemCaller('dispatch') })
      const held = standing.get(String(after.assigneeId))
      if (!held) return
      held.load += wantedBy({ category_id: null, urgency: after.urgency as Urgency }, picture).weight
      held.lastAt = desk.clock().getTime()
      return
    } catch (error) {
      // Claimed, moved or ended meanwhile: that is an answer. Only a chosen one who is no longer free is looked at again.
      if (!(error instanceof Problem)) throw error
      if (error.code !== 'ticket.dispatchMoved') return
    }
  }
  throw new Error(`the people who could take ${ticketId} kept changing`)
}

const mostTries = 5
const atOnce = 200

/** Page by page, and each page is asked when it is needed. */
async function* waitingIn(db: Db, departments: readonly string[]): AsyncGenerator<Waiting> {
  let last: Waiting | undefined
  for (;;) {
    const after: ReturnType<typeof sql<boolean>> = last
      ? sql<boolean>`(urgency_rank, created_at, id) > (${last.urgency_rank}, ${last.created_at}::timestamptz, ${last.id}::uuid)`
      : sql<boolean>`true`
    const { rows } = await sql<Waiting>`
      select id, department_id, category_id, urgency, urgency_rank, created_at::text as created_at,
        undispatched_at is not null as is_told
      from tickets
      where department_id = any(${departments}::uuid[]) and not is_done and status = 'new' and run_state = 'running'
        and assignee_id is null and ${after}
      order by urgency_rank, created_at, id limit ${atOnce}`.execute(db)
    yield* rows
    last = rows.at(-1)
    if (rows.length < atOnce) return
  }
}

const isAutomatic = (id: string, picture: Picture): boolean => {
  const department = picture.of(directory).departments.get(id)
  return department?.dispatch === 'auto' && !department.archived
}
