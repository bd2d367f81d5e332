import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { newId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { type Decision, refuse } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { directory, hashPassword, newPerson, shippedRoles } from '../people/index.ts'
import { settings, settingsChanged } from '../settings/index.ts'
import { newSession, opened } from './open.ts'

/**
 * Creates the first administrator and signs in, for whoever can read the terminal on which Baton was started. Once
 * anybody exists it is over, whoever comes first.
 */
export const firstRun = verb('session.firstRun', {
  async prepare({ db, caller }, { code, password }) {
    caller.guess?.('session.firstRun')
    const isRight = sameCode(code, await storedCode(db))
    return { isRight, id: newId(), session: newSession(), hash: isRight ? await hashPassword(password) : '' }
  },
  subjects: () => oneAtATime,
  load: storedCode,
  decide({ prepared, loaded: stored }, { code, employeeNo, name, deskName }, call) {
    if (call.of(directory).agents.size > 0) return refuse('firstRun.done')
    if (!prepared.isRight || !sameCode(code, stored)) return { refusal: new Problem(403, 'firstRun.code') }
    const desk = call.of(settings)
    const administrator = shippedRoles.filter(role => role.key === 'administrator').map(role => role.id)
    const person = {
      id: prepared.id,
      employeeNo,
      name,
      departmentIds: desk.defaultDepartmentId ? [desk.defaultDepartmentId] : [],
      roleIds: administrator,
    }
    return {
      id: prepared.session.id,
      steps: [
        ...newPerson(person, { hash: prepared.hash, mustChange: false, now: call.now, presence: 'ready' }),
        ...opened(person, prepared.session, call),
        ...settingsChanged(desk, { ...(deskName !== undefined && { deskName }) }),
      ],
      reveal: { token: prepared.session.token },
      as: { kind: 'person', id: prepared.id, name },
    } satisfies Decision
  },
})

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** `K7MQX-4TPH9`: 49 bits, without letters that look like others. */
function newCode(): string {
  const word = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return `${word()}-${word()}`
}

/**
 * What the terminal shows while nobody exists and no administrator is configured: the same from every process and at
 * every start, since it is kept in the database. Undefined when there is nothing to do.
 */
export async function firstRunCode(desk: Desk): Promise<string | undefined> {
  if (desk.config.adminLogin) return undefined
  const { rows } = await sql<{ code: string }>`
    update settings set first_run_code = coalesce(first_run_code, ${newCode()})
    where not exists (select from agents) returning first_run_code as code`.execute(desk.db)
  return rows[0]?.code
}

async function storedCode(db: Db): Promise<string | null> {
  const row = await db.selectFrom('settings').select('first_run_code').executeTakeFirst()
  return row?.first_run_code ?? null
}

/** However it is typed: small letters, with or without the dash. */
const sameCode = (typed: string, stored: string | null): boolean => stored !== null && bare(typed) === bare(stored)
const bare = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
