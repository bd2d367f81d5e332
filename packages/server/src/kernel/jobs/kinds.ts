import type { JobKind } from './job.ts'
import { undoKind } from './undo.ts'

/** The kinds of jobs that this desk knows, and a bell for those who work on them. */
export interface Jobs {
  kind(name: string): JobKind
  /** Says that there is work. Losing it is harmless, since workers look by themselves too. */
  wake(): void
  onWake(hear: () => void): void
}

export function openJobs(kinds: readonly JobKind[]): Jobs {
  const byName = new Map([undoKind, ...kinds].map(kind => [kind.name, kind]))
  const hearers: (() => void)[] = []
  return {
    kind(name) {
      const kind = byName.get(name)
      if (!kind) throw new Error(`no room offers the kind of job ${name}`)
      return kind
    },
    wake() {
      for (const hear of hearers) hear()
    },
    onWake: hear => void hearers.push(hear),
  }
}
