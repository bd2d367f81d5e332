import type { DispatchStep } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import { categories } from '../../records/categories/index.ts'
import { type Directory, directory, loadOf, type Person } from '../../records/people/index.ts'
import { settings } from '../../records/settings/index.ts'
import type { Candidate, Wanted } from './choose.ts'

/** Where a department's tickets may go, the nearest first: itself, those beside it, the default one. */
export function reach(departmentId: string, picture: Picture): ReadonlyMap<string, DispatchStep> {
  const people = picture.of(directory)
  const { defaultDepartmentId } = picture.of(settings)
  const parent = people.departments.get(departmentId)?.parentId
  const beside = parent ? [...people.departments.values()].filter(({ parentId }) => parentId === parent) : []
  const steps = new Map<string, DispatchStep>([[departmentId, 'department']])
  const add = (id: string, step: DispatchStep) => {
    const department = people.departments.get(id)
    if (!steps.has(id) && department?.dispatch === 'auto' && !department.archived) steps.set(id, step)
  }
  for (const { id } of beside) add(id, 'siblings')
  if (defaultDepartmentId) add(defaultDepartmentId, 'default')
  return steps
}

/** What a ticket asks for, by its category and its urgency. */
export const wantedBy = (
  ticket: { category_id: string | null; urgency: keyof ReturnType<typeof weightsIn> },
  picture: Picture,
): Wanted => ({
  skills: ticket.category_id ? picture.of(categories).skillsOf(ticket.category_id) : [],
  weight: weightsIn(picture)[ticket.urgency] ?? 1,
})

const weightsIn = (picture: Picture) => picture.of(settings).loadWeights

/** How somebody stands now who is signed in: as the row says, not the configuration at hand, which may be a moment old. */
export interface Standing {
  id: string
  presence: Candidate['presence']
  department_ids: readonly string[]
  role_ids: readonly string[]
  skills: readonly string[]
  capacity: number
  load: number
  lastAt: number
}

/** Asked once for many tickets; whoever is missing is signed out. */
export async function standings(db: Db, departmentIds: readonly string[]): Promise<Map<string, Standing>> {
  const { rows } = await sql<Omit<Standing, 'load' | 'lastAt'> & { last_at: Date | null }>`
    select a.id, a.presence, a.department_ids, a.role_ids, a.skills, a.capacity, h.at as last_at
    from agents a left join lateral (
      select at from handovers where to_assignee_id = a.id order by at desc limit 1
    ) h on true
    where a.status = 'active' and a.presence <> 'offline' and a.department_ids && ${departmentIds}::uuid[]`.execute(db)
  const loads = await loadOf(
    db,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.map(({ last_at, ...row }) => [
      row.id,
      { ...row, load: loads.get(row.id) ?? 0, lastAt: last_at?.getTime() ?? 0 },
    ]),
  )
}

/** Everybody whom a ticket of the department can reach, once, where they are nearest. */
export function candidatesOf(
  departmentId: string,
  standing: ReadonlyMap<string, Standing>,
  picture: Picture,
): Candidate[] {
  const people = picture.of(directory)
  const steps = [...reach(departmentId, picture)]
  const found = [...standing.values()].flatMap(person => {
    const [nearest] = steps.filter(([id]) => person.department_ids.includes(id))
    return nearest ? [candidate(person, nearest, people)] : []
  })
  const seen = new Set(standing.keys())
  for (const step of steps) {
    for (const id of people.membersOf(step[0])) {
      const person = people.agents.get(id)
      if (person && !seen.has(id)) found.push(candidate(signedOut(person), step, people))
      seen.add(id)
    }
  }
  return found
}

const candidate = (
  { id, role_ids, presence, skills, capacity, load, lastAt }: Standing,
  [departmentId, step]: [string, DispatchStep],
  people: Directory,
): Candidate => ({
  agentId: id,
  departmentId,
  step,
  presence,
  skills,
  capacity,
  load,
  lastAt,
  // Whoever is given a ticket has it in hand, and under every shipped role may then take it up.
  mayHandle: people.grantsOf(role_ids).may('ticket.acknowledge') !== false,
})

const signedOut = ({ id, departmentIds, roleIds, skills, capacity }: Person): Standing => ({
  id,
  presence: 'offline',
  department_ids: departmentIds,
  role_ids: roleIds,
  skills,
  capacity,
  load: 0,
  lastAt: 0,
})
