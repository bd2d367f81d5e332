import { problemText } from '@baton/contract'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { Draft } from '../../kernel/draft.ts'
import { configurationKind } from '../../kernel/exclusive.ts'
import type { GrantMap } from '../../kernel/grants.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { type Stamp, save } from '../../kernel/save.ts'
import { add, reconfigure, type Step, set, tell } from '../../kernel/steps.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { type Directory, hashPassword, loadDirectory, newPerson, type RoleRow, shippedRoles } from '../people/index.ts'
import { loadSettings, type Settings, settingsChanged } from '../settings/index.ts'

/**
 * Makes the desk ready at every start: the shipped roles and what a newer version adds to them, a first department, the
 * desk's zone, and the administrator that the environment names. What is done already stays, and several processes may
 * do it at once.
 */
export async function bootstrap(desk: Desk): Promise<void> {
  const now = desk.clock()
  const hash = await administratorsHash(desk)
  await inTransaction(desk, async tx => {
    await configurationKind.lock(tx.db, [], 'wait')
    const people = await loadDirectory(tx.db)
    const settings = await loadSettings(tx.db)
    const draft = new Draft()
    const stored = await tx.db.selectFrom('roles').selectAll().where('key', 'is not', null).execute()
    for (const role of stored) draft.hold('roles', { ...role })
    draft.apply(roles(desk, stored, now))
    const departmentId = people.departments.size === 0 ? newId() : settings.defaultDepartmentId
    if (people.departments.size === 0) draft.apply(newDesk(desk, String(departmentId), settings, now))
    if (hash) draft.apply(administrator(desk, people, departmentId, { hash, now }))
    if (!draft.isEmpty) await save(tx, draft, stamp(desk, now))
  })
}

/** Hashing takes its time, so it is done before anything is locked, and only when nobody exists. */
async function administratorsHash({ db, config }: Desk): Promise<string | undefined> {
  const { adminLogin, adminPassword } = config
  if (!adminLogin || !adminPassword || !(await isEmpty(db))) return undefined
  return hashPassword(adminPassword)
}

const isEmpty = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('agents').select('id').limit(1).executeTakeFirst()) === undefined

/**
 * Adds the shipped roles that are missing, and to the others the grants that this version brings. A grant that was taken
 * away here stays away: only names that the role was never shipped with are new.
 */
function roles(desk: Desk, stored: readonly RoleRow[], now: Date): Step[] {
  const steps = shippedRoles.flatMap((role): Step[] => {
    const names = Object.keys(role.grants)
    const before = stored.find(({ key }) => key === role.key)
    if (!before) {
      const name = problemText(desk.config.locale, 'role', role.key, {})
      return [
        add('roles', {
          id: role.id,
          key: role.key,
          name,
          grants: role.grants,
          shipped: names,
          version: 1,
          created_at: now,
        }),
      ]
    }
    const news = names.filter(name => !before.shipped.includes(name))
    if (news.length === 0) return []
    const grants: GrantMap = {
      ...Object.fromEntries(news.map(name => [name, role.grants[name] ?? true])),
      ...before.grants,
    }
    return [set('roles', before.id, { grants, shipped: [...before.shipped, ...news] })]
  })
  return steps.length > 0 ? [...steps, reconfigure] : []
}

/** A desk begins with one department, where everything goes that nothing else claims. */
function newDesk({ config }: Desk, departmentId: string, settings: Settings, now: Date): Step[] {
  const name = problemText(config.locale, 'first', 'department', {})
  return [
    add('departments', { id: departmentId, name, version: 1, created_at: now }),
    tell('department.created', deskTopic, departmentId, { name }),
    ...settingsChanged(settings, { defaultDepartmentId: departmentId, timezone: config.timezone }),
    reconfigure,
  ]
}

function administrator(
  { config }: Desk,
  people: Directory,
  departmentId: string | null,
  { hash, now }: { hash: string; now: Date },
): Step[] {
  const role = shippedRoles.find(({ key }) => key === 'administrator')
  if (people.agents.size > 0 || !config.adminLogin || !role) return []
  const person = {
    id: newId(),
    employeeNo: config.adminLogin,
    name: problemText(config.locale, 'role', role.key, {}),
    departmentIds: departmentId ? [departmentId] : [],
    roleIds: [role.id],
  }
  return newPerson(person, { hash, mustChange: false, now })
}

function stamp(desk: Desk, now: Date): Stamp {
  const { actor } = desk.systemCaller('baton')
  return {
    at: now,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    verb: 'desk.start',
    causeSeq: null,
    depth: 0,
    requestId: null,
  }
}
