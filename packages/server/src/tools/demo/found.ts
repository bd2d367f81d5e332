import { Draft } from '../../kernel/draft.ts'
import { newId } from '../../kernel/ids.ts'
import { save } from '../../kernel/save.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { calendars } from '../../records/calendars/index.ts'
import { mailboxes } from '../../records/mailboxes/index.ts'
import { hashPassword, newPerson, shippedRoles } from '../../records/people/index.ts'
import { settings } from '../../records/settings/index.ts'
import { slaPolicies } from '../../records/sla/index.ts'
import { type Cast, castOf, type Player } from './cast.ts'
import { keepOften } from './kept.ts'
import type { Lane } from './lane.ts'
import { nameOf } from './names.ts'
import { departments, deskName, password, roots, staff } from './organisation.ts'
import type { Chance } from './random.ts'
import { type Department, topics } from './topics/index.ts'

/** Makes the desk: its departments, categories and people, all within one morning. */
export async function found(lane: Lane, at: number, chance: Chance): Promise<Cast> {
  const departmentIds = await makeDepartments(lane, at)
  await makeCategories(lane, at, departmentIds)
  await makePromises(lane, at)
  await keepOften(lane, at, departmentIds)
  const players = await makePeople(lane, at, departmentIds, chance)
  const cast = castOf(players, departmentIds)
  for (const department of departments) {
    const managerIds = [cast.supervisorOf(department).id]
    await does(lane, at, 'department.update', { departmentId: departmentIds[department], managerIds })
  }
  return cast
}

const does = (lane: Lane, at: number, ...[name, input]: [Parameters<Lane['does']>[1], Parameters<Lane['does']>[2]]) =>
  lane.does(at, name, input, { caller: lane.desk.systemCaller('demo') })

async function makeDepartments(lane: Lane, at: number): Promise<Record<Department, string>> {
  const { desk } = lane
  const { defaultDepartmentId, deskName: named } = (await desk.configuration.current()).of(settings)
  const ids: Partial<Record<Department, string>> = {}
  for (const name of departments) {
    const isFirst = name === departments[0] && defaultDepartmentId !== null
    ids[name] = isFirst
      ? await does(lane, at, 'department.update', { departmentId: defaultDepartmentId, name })
      : await does(lane, at, 'department.create', { name })
  }
  if (!named) await does(lane, at, 'settings.update', { deskName })
  const box = (await desk.configuration.current()).of(mailboxes).default
  await does(lane, at, 'mailbox.update', { mailboxId: box.id, address: 'service@chenguang.example', name: deskName })
  return ids as Record<Department, string>
}

async function makeCategories(lane: Lane, at: number, departmentIds: Record<Department, string>): Promise<void> {
  const parents = new Map<string, string>()
  for (const [name, department] of Object.entries(roots))
    parents.set(name, await does(lane, at, 'category.create', { name, departmentId: departmentIds[department] }))
  for (const { category } of topics) {
    const [root = '', name = ''] = category.split('-')
    const departmentId = departmentIds[roots[root] as Department]
    await does(lane, at, 'category.create', { name, parentId: parents.get(root), departmentId })
  }
}

/** What the shop promises beside a first answer: a solution within working days, and a word on the way. */
async function makePromises(lane: Lane, at: number): Promise<void> {
  const picture = await lane.desk.configuration.current()
  const [working] = picture.of(calendars).all
  const [usual] = picture.of(slaPolicies).inForce
  if (!working || !usual) return
  const hours = (normal: number, urgent: number, critical: number) => ({
    normal: normal * 3600,
    urgent: urgent * 3600,
    critical: critical * 3600,
  })
  const slaPolicyId = await does(lane, at, 'slaPolicy.create', {
    name: '售后时限',
    targets: [
      ...usual.targets,
      {
        target: 'resolution',
        calendarId: working.id,
        seconds: hours(24, 8, 4),
        pauseIn: ['pending_customer', 'on_hold'],
        lead: { seconds: 3600 },
      },
    ],
  })
  await does(lane, at, 'slaPolicy.update', { slaPolicyId, position: 1 })
}

/** Everybody has the same password, for trying out: so they are not made by the verb, which gives each one of their own. */
async function makePeople(
  { desk }: Lane,
  at: number,
  departmentIds: Record<Department, string>,
  chance: Chance,
): Promise<Player[]> {
  const hash = await hashPassword(password)
  const taken = new Set((await desk.db.selectFrom('agents').select('login').execute()).map(({ login }) => login))
  const numbers = Array.from({ length: staff.length + taken.size }, (_, n) => `CS${String(n + 1).padStart(3, '0')}`)
  const free = numbers.filter(number => !taken.has(number.toLowerCase()))
  const names = new Set<string>()
  const now = new Date(at)
  const draft = new Draft()
  const players = staff.map(({ department, role, late, skills }, order): Player => {
    let name = nameOf(chance).full
    while (names.has(name)) name = nameOf(chance).full
    names.add(name)
    const id = newId()
    const person = {
      id,
      employeeNo: String(free[order]),
      name,
      email: `${String(free[order]).toLowerCase()}@chenguang.example`,
      extension: String(8001 + order),
      departmentIds: [departmentIds[department]],
      roleIds: shippedRoles.filter(({ key }) => key === role).map(shipped => shipped.id),
      skills,
      capacity: role === 'supervisor' ? 8 : 20,
    }
    draft.apply(newPerson(person, { hash, mustChange: false, now }))
    return { id, name, at: order, department, role, late, until: [] }
  })
  const { actor } = desk.systemCaller('demo')
  await inTransaction(desk, tx =>
    save(tx, draft, {
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      verb: 'agent.create',
      causeSeq: null,
      depth: 0,
      requestId: null,
    }),
  )
  return players
}
