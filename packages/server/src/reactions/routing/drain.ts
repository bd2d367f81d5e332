import { type DispatchStep, dispatchSteps, type Urgency } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { Problem } from '../../kernel/problems.ts'
import { directory } from '../../records/people/index.ts'
import { settings } from '../../records/settings/index.ts'
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
}

/**
 * Gives out what waits in these departments, the most urgent and then the oldest first, until nobody has room or nothing
 * waits: first to each department's own people, then what is left to those beside it. It looks ahead on a picture of how
 * people stand; the verb decides, and each answer corrects the picture. What stays is told of, once.
 */
export async function drain(desk: Desk, departmentIds: readonly string[]): Promise<void> {
  const picture = await desk.configuration.current()
  const departments = departmentIds.filter(id => isAutomatic(id, picture))
  if (departments.length === 0) return
  const within = new Set(departments.flatMap(id => [...reach(id, picture).keys()]))
  const standing = await standings(desk.db, [...within])
  if (standing.size === 0) return
  for (const steps of [ownPeople, everybody]) {
    const round: Round = { desk, picture, standing, steps, hopeless: new Set() }
    if (hasRoom(round)) await giveOut(departments, round)
  }
  const signedIn = [...standing.values()].flatMap(({ department_ids }) => department_ids)
  await tellOfTheRest(
    desk,
    departments.filter(id => signedIn.includes(id)),
  )
}

const ownPeople: readonly DispatchStep[] = ['department']
const everybody: readonly DispatchStep[] = dispatchSteps

interface Round {
  desk: Desk
  picture: Picture
  standing: Map<string, Standing>
  steps: readonly DispatchStep[]
  /** What the same department wants of the same kind needs not be asked again. */
  hopeless: Set<string>
}

async function giveOut(departments: readonly string[], round: Round): Promise<void> {
  for await (const ticket of waitingIn(round.desk.db, departments)) {
    await place(ticket, round)
    if (!hasRoom(round)) return
  }
}

/** Whether anybody could take at least the lightest ticket: if not, a long queue needs not be read. */
function hasRoom({ standing, picture }: Round): boolean {
  const lightest = Math.min(...Object.values(picture.of(settings).loadWeights))
  return [...standing.values()].some(one => one.presence === 'ready' && one.load + lightest <= one.capacity)
}

async function place(ticket: Waiting, round: Round): Promise<void> {
  const wanted = wantedBy(ticket, round.picture)
  const alike = [ticket.department_id, wanted.weight, ...wanted.skills].join()
  if (round.hopeless.has(alike)) return
  const { chosen } = choose(wanted, candidatesOf(ticket.department_id, round.standing, round.picture))
  if (chosen && round.steps.includes(chosen.step)) await dispatch(ticket.id, round)
  else round.hopeless.add(alike)
}

/**
 * Where somebody is signed in: while all are gone nobody would hear it. Of a flood only the first are told of; that more
 * wait with them everybody sees, and each further word would cost as much as the ticket itself.
 */
async function tellOfTheRest(desk: Desk, departments: readonly string[]): Promise<void> {
  for (const departmentId of departments) {
    const ticketIds = await untold(desk.db, departmentId)
    if (ticketIds.length === 0) continue
    const by = { caller: desk.systemCaller('dispatch') }
    // Gone meanwhile, one of them: the others are told of at the next look, which that has caused.
    await desk.perform('ticket.keepWaiting', { ticketIds }, by).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
    })
  }
}

const mostTold = 50

async function untold(db: Db, departmentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string; told: boolean }>`
    select id, undispatched_at is not null as told from tickets
    where department_id = ${departmentId} and ${isWaiting} order by urgency_rank, created_at, id limit ${mostTold}`.execute(
    db,
  )
  return rows.filter(({ told }) => !told).map(({ id }) => id)
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
    const after: RawBuilder<boolean> = last
      ? sql<boolean>`(urgency_rank, created_at, id) > (${last.urgency_rank}, ${last.created_at}::timestamptz, ${last.id}::uuid)`
      : sql<boolean>`true`
    const { rows } = await sql<Waiting>`
      select id, department_id, category_id, urgency, urgency_rank, created_at::text as created_at
      from tickets
      where department_id = any(${departments}::uuid[]) and ${isWaiting} and ${after}
      order by urgency_rank, created_at, id limit ${atOnce}`.execute(db)
    yield* rows
    last = rows.at(-1)
    if (rows.length < atOnce) return
  }
}

/** In the pool, and nobody has taken it. */
const isWaiting = sql<boolean>`not is_done and status in ('new', 'follow_up') and run_state = 'running' and assignee_id is null`

const isAutomatic = (id: string, picture: Picture): boolean => {
  const department = picture.of(directory).departments.get(id)
  return department?.dispatch === 'auto' && !department.archived
}
