import type { Desk } from '../desk.ts'
import type { Jobs } from './jobs.ts'
import type { JobKind } from './kind.ts'
import { undoing } from './undo.ts'
import { startJobs } from './work.ts'

/** The jobs of the kinds that rooms offer, and of those that take them back. */
export function openJobs(desk: Desk, offered: readonly JobKind[]): Jobs {
  const kinds = new Map(offered.map(kind => [kind.name, kind]))
  const kindOf = (name: string): JobKind => {
    const kind = kinds.get(name)
    if (!kind) throw new Error(`no room offers the kind of job ${name}`)
    return kind
  }
  const undo = undoing(kindOf)
  kinds.set(undo.name, undo)
  const workers = new Set<() => void>()
  return {
    wake() {
      for (const wake of workers) wake()
    },
    work(callerOf) {
      const { wake, stop } = startJobs({ desk, kindOf, callerOf })
      workers.add(wake)
      return async () => {
        workers.delete(wake)
        await stop()
      }
    },
  }
}
