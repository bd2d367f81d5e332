import { type VerbName, verbs } from '@baton/contract'
import type pg from 'pg'
import { pino } from 'pino'
import type { Config } from '../../config.ts'
import { attempt } from '../../kernel/attempt.ts'
import type { By } from '../../kernel/by.ts'
import type { Caller } from '../../kernel/caller.ts'
import { createDesk, type OpenDesk } from '../../kernel/create.ts'
import type { Due } from '../../kernel/due.ts'
import { parse } from '../../kernel/parse.ts'
import { ring } from '../../kernel/ring.ts'
import type { Row } from '../../kernel/steps.ts'
import { modules } from '../../modules.ts'
import { callerFor } from '../../records/sessions/index.ts'

/** A desk with a clock of its own: several tell the same history side by side. */
export interface Lane {
  desk: OpenDesk
  /** Does a verb at that moment, by the shell's own way but for the answer, which nobody reads; answers the record's id. */
  does(at: number, name: VerbName, input: Row, by: By): Promise<string>
  /** Does what a timer is set for at the moment at which it is due. */
  rings(timer: Due): Promise<void>
  person(id: string): Promise<Caller>
  close(): Promise<void>
}

/** A history that a crash takes back is simply written again, so no commit waits for the disk. */
const options = '-c plan_cache_mode=force_generic_plan -c jit=off -c synchronous_commit=off'

export async function openLane(config: Config, connection: pg.PoolConfig, filesFolder: string): Promise<Lane> {
  let now = Date.now()
  const desk = await createDesk({
    config,
    connection: { ...connection, max: 2, options },
    modules,
    filesFolder,
    log: pino({ level: 'silent' }),
    clock: () => new Date(now),
  })
  const people = new Map<string, Promise<Caller>>()
  return {
    desk,
    async does(at, name, input, by) {
      now = at
      const { id, refusal } = await attempt(desk, name, parse(verbs[name].input, input) as Row, by)
      if (refusal) throw refusal
      return id
    },
    async rings(timer) {
      now = timer.due_at.getTime()
      await ring(desk, [timer])
    },
    person(id) {
      const known = people.get(id) ?? callerFor(desk, id)
      people.set(id, known)
      return known
    },
    close: () => desk.close(),
  }
}
