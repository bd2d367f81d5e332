import { sql } from 'kysely'
import type { Db } from './db.ts'

declare module './db.ts' {
  interface Tables {
    configuration: { single: boolean; version: number }
  }
}

/** A part of the desk's configuration that is kept in memory: departments, roles, categories, settings … */
export interface Cached<T> {
  name: string
  load: (db: Db) => Promise<T>
}

export const cached = <T>(name: string, load: (db: Db) => Promise<T>): Cached<T> => ({ name, load })

/** A consistent picture of the configuration: everything loaded at one version. */
export interface Picture {
  version: number
  of<T>(part: Cached<T>): T
}

export interface Configuration {
  /** The picture at hand, perhaps stale; undefined before the first load. */
  held(): Picture | undefined
  /** The newest picture that this process has; `seen` is a version that a load has just reported. */
  at(seen: number): Promise<Picture>
  /** Asks the database which version is current. */
  current(): Promise<Picture>
}

/**
 * Configuration changes rarely and is read always: it is loaded once and reloaded when a load of anything reports
 * another version. Whoever writes configuration raises the version in the same transaction (the step `reconfigure`).
 * It is loaded over connections of its own, `aside`, since transactions may wait for it.
 */
export function createConfiguration(db: Db, aside: Db, parts: readonly Cached<unknown>[]): Configuration {
  let picture: Picture | undefined
  let loading: Promise<Picture> | undefined

  const load = (): Promise<Picture> => {
    loading ??= loadPicture(aside, parts).then(
      loaded => {
        picture = loaded
        loading = undefined
        return loaded
      },
      error => {
        loading = undefined
        throw error
      },
    )
    return loading
  }

  const at = async (seen: number): Promise<Picture> => {
    if (picture && picture.version >= seen) return picture
    const loaded = await load()
    return loaded.version >= seen ? loaded : load()
  }

  return {
    held: () => picture,
    at,
    async current() {
      const { rows } = await sql<{ version: number }>`select version from configuration`.execute(db)
      return at(rows[0]?.version ?? 0)
    },
  }
}

function loadPicture(db: Db, parts: readonly Cached<unknown>[]): Promise<Picture> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async tx => {
      const { rows } = await sql<{ version: number }>`select version from configuration`.execute(tx)
      const values = new Map<string, unknown>()
      for (const part of parts) values.set(part.name, await part.load(tx))
      return {
        version: rows[0]?.version ?? 0,
        of<T>(part: Cached<T>): T {
          if (!values.has(part.name)) throw new Error(`no module lists the configuration part ${part.name}`)
          return values.get(part.name) as T
        },
      }
    })
}
