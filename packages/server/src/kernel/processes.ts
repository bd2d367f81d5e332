import { readFile } from 'node:fs/promises'
import os from 'node:os'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { every } from './every.ts'
import { newId } from './ids.ts'

declare module './db.ts' {
  interface Tables {
    processes: {
      id: string
      role: string
      version: string
      host: string
      pid: number
      started_at: Date
      seen_at: Date
    }
  }
}

const heartbeat = 15_000
/** So long one that fell silent is shown. */
const forgottenAfter = 3_600_000

/** Says every few seconds that this process serves the desk; what has been silent for an hour is forgotten. */
export async function announce(desk: Desk): Promise<() => Promise<void>> {
  const id = newId()
  const startedAt = desk.clock()
  const manifest = new URL('../../package.json', import.meta.url)
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const beat = async () => {
    const row = { role: desk.config.role, version, host: os.hostname(), pid: process.pid, started_at: startedAt }
    await desk.db
      .insertInto('processes')
      .values({ id, ...row, seen_at: desk.clock() })
      .onConflict(conflict => conflict.column('id').doUpdateSet({ seen_at: desk.clock() }))
      .execute()
    await sql`delete from processes where seen_at < ${new Date(desk.clock().getTime() - forgottenAfter)}`.execute(
      desk.db,
    )
  }
  await forgetDead(desk)
  await beat()
  const beating = every(heartbeat, beat, desk)
  return async () => {
    await beating.stop()
    await desk.db.deleteFrom('processes').where('id', '=', id).execute()
  }
}

/** Who was killed on this machine said no goodbye. */
async function forgetDead({ db }: Desk): Promise<void> {
  const rows = await db.selectFrom('processes').select(['id', 'pid']).where('host', '=', os.hostname()).execute()
  for (const { id, pid } of rows) if (!isAlive(pid)) await db.deleteFrom('processes').where('id', '=', id).execute()
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    // Somebody else's process is one that lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
