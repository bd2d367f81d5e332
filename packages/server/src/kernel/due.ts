import type { Db } from './db.ts'

declare module './db.ts' {
  interface Tables {
    timers: { subject_id: string; verb: string; due_at: Date; input: Record<string, unknown>; tries: number }
  }
}

/** A timer that has come due. */
export interface Due {
  subject_id: string
  verb: string
  due_at: Date
  input: Record<string, unknown>
}

/** Re-read under the subject's lock: a timer that was moved, removed or set anew meanwhile does nothing now. */
export async function stillDue(tx: Db, timer: Due): Promise<boolean> {
  const row = await tx
    .selectFrom('timers')
    .select('due_at')
    .where('subject_id', '=', timer.subject_id)
    .where('verb', '=', timer.verb)
    .executeTakeFirst()
  return row?.due_at.getTime() === timer.due_at.getTime()
}

/** Another transaction holds the row that a timer wants: it is left for the next sweep. */
export class BusyError extends Error {}
