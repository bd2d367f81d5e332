import { type ReadName, reads, type VerbName } from '@baton/contract'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { createCache } from './cache.ts'
import type { Caller } from './caller.ts'
import { createConfiguration } from './configuration.ts'
import { openDatabase } from './db.ts'
import { openOutbox } from './deliveries/index.ts'
import type { Desk } from './desk.ts'
import type { Draft } from './draft.ts'
import { configurationKind } from './exclusive.ts'
import { openFiles } from './files.ts'
import { everything } from './grants.ts'
import { openJobs } from './jobs/open.ts'
import type { Kind } from './kinds.ts'
import { needsGrant } from './may.ts'
import type { Module } from './module.ts'
import { openOutgoing } from './outgoing/index.ts'
import { parse } from './parse.ts'
import { perform } from './perform.ts'
import { forbidden, Problem, unauthenticated } from './problems.ts'
import { loadSchema } from './schema.ts'
import { openSecrets } from './secrets/index.ts'
import type { Row } from './steps.ts'
import { withoutTransaction } from './transaction.ts'
import type { Call } from './verb.ts'

export interface DeskParts {
  config: Config
  connection: pg.PoolConfig
  modules: readonly Module[]
  filesFolder: string
  log: Logger
  clock?: () => Date
}

export interface OpenDesk extends Desk {
  modules: readonly Module[]
  connection: pg.PoolConfig
  /** Called on every commit that wrote events. */
  onCommit(hear: () => void): void
  onNudge(hear: (kind: string, persons: readonly string[]) => void): void
  close(): Promise<void>
}

/** Builds a desk from its modules; several desks may live in one process. */
export async function createDesk(parts: DeskParts): Promise<OpenDesk> {
  const { config, modules, log } = parts
  const lost = (error: Error) => log.warn({ err: error }, 'a database connection was lost')
  const database = openDatabase(parts.connection, lost)
  // The configuration is reloaded while transactions wait for it: were they to hold every connection, all would stand still.
  const aside = openDatabase({ ...parts.connection, max: 1 }, lost)
  const { pool, db } = database
  const clock = parts.clock ?? (() => new Date())
  const verbs = collect(modules.map(room => room.verbs ?? {}))
  const questions = collect(modules.map(room => room.reads ?? {}))
  const kinds = [configurationKind as unknown as Kind, ...modules.flatMap(room => room.kinds ?? [])].sort(
    (a, b) => a.rank - b.rank,
  )
  const presenters = collect(modules.map(room => room.presenters ?? {}))
  const within = modules.flatMap(room => room.within ?? [])
  const configuration = createConfiguration(
    db,
    aside.db,
    modules.flatMap(room => room.configuration ?? []),
  )
  const cache = createCache(clock)
  const schema = await loadSchema(db)
  const hearers: (() => void)[] = []
  const nudged: ((kind: string, persons: readonly string[]) => void)[] = []
  const newest = ({ seen }: Caller) => (seen === undefined ? configuration.current() : configuration.at(seen))

  const desk: OpenDesk = {
    config,
    clock,
    log,
    pool,
    db,
    statements: database.statements,
    files: await openFiles(parts.filesFolder),
    get outbox() {
      return outbox
    },
    outgoing: openOutgoing(config.outgoingAllow ?? []),
    secrets: openSecrets({ db, dataDir: config.dataDir, given: config.secretKeys, log, clock }),
    get jobs() {
      return jobs
    },
    configuration,
    schema,
    unlocked: withoutTransaction(pool, db, schema),
    kinds,
    modules,
    connection: parts.connection,

    kind: name => must(kinds.find(kind => kind.name === name) as Kind | undefined, name),
    verb: name => must(verbs[name], name),
    read: name => must(questions[name], name),
    perform: (name, sent, by) => perform(desk, name, sent, by),
    async ask(name, sent, caller) {
      mayAsk(name, caller)
      return desk.read(name).run(await desk.reading(caller), parse(reads[name].input, sent) as never)
    },
    async present(record, ids, caller) {
      const picture = await configuration.current()
      return must(presenters[record], record)(desk.readingOn(picture, caller), ids)
    },
    async reading(caller) {
      return desk.readingOn(await newest(caller), caller)
    },
    readingOn: (picture, caller) => {
      const { files, kind } = desk
      return { db, caller, picture, now: clock(), cache, config, files, kind }
    },
    newest,
    reactWithin(draft: Draft, call: Call) {
      for (const reaction of within) {
        const heard = reaction.hears as readonly string[]
        if (!draft.events.some(event => heard.includes(event.type))) continue
        const { now, picture, verb, caller } = call
        draft.apply(reaction.react(draft, { now, picture, verb, actor: caller.actor }))
      }
    },
    // The place where outside systems will be asked; none is configured by any module yet.
    intercept: async (_name: VerbName, input: Row) => input,
    systemCaller: name => systemCaller(config, name),
    events: {
      wake() {
        for (const hear of hearers) hear()
      },
    },
    nudge(kind, persons) {
      for (const hear of nudged) hear(kind, persons)
    },
    onNudge: hear => void nudged.push(hear),
    onCommit: hear => void hearers.push(hear),
    async close() {
      await outbox.close()
      await Promise.all([database.close(), aside.close()])
    },
  }
  const outbox = openOutbox(
    desk,
    modules.flatMap(room => room.senders ?? []),
  )
  const jobs = openJobs(
    desk,
    modules.flatMap(room => room.jobKinds ?? []),
  )
  return desk
}

/** The first gate of a read, as for verbs: signed in, password settled, granted at all. */
function mayAsk(name: ReadName, caller: Caller): void {
  const { access } = reads[name]
  if (access === 'anyone') return
  if (caller.actor.kind === 'outside') throw unauthenticated()
  if (caller.mustChangePassword && name !== 'session.me') throw new Problem(403, 'password.mustChange')
  if (needsGrant(access, caller) && caller.grants.may(name) === false) throw forbidden(name)
}

const systemCaller = (config: Config, name: string): Caller => ({
  actor: { kind: 'system', id: null, name },
  locale: config.locale,
  zone: config.timezone,
  grants: everything,
  me: { id: null, departments: [] },
  sessionId: null,
  mustChangePassword: false,
  ip: '',
})

function collect<T extends object>(parts: readonly T[]): Record<string, T[keyof T]> {
  const all: Record<string, T[keyof T]> = {}
  for (const part of parts) {
    for (const [name, value] of Object.entries(part)) {
      if (name in all) throw new Error(`two rooms claim ${name}`)
      all[name] = value as T[keyof T]
    }
  }
  return all
}

function must<T>(value: T | undefined, name: string): NonNullable<T> {
  if (value === undefined || value === null) throw new Error(`no room offers ${name}`)
  return value
}
