import type { CallerOf } from './job.ts'

/** The jobs of a desk, from outside. */
export interface Jobs {
  /** Says that there is work. Losing it is harmless, since workers look by themselves too. */
  wake(): void
  /** Works on them until stopped. Any number may, in any number of processes. Answers how to stop. */
  work(callerOf: CallerOf): () => Promise<void>
}
