import type { Module } from './kernel/module.ts'
import { clocks } from './reactions/clocks/index.ts'
import { closing } from './reactions/closing/index.ts'
import { pooling } from './reactions/pooling/index.ts'
import { health } from './records/health/index.ts'
import { people } from './records/people/index.ts'
import { tickets } from './records/tickets/index.ts'

/** The rooms in order: the table of contents. A records room may use the ones above it. */
export const modules: readonly Module[] = [
  // records
  people,
  tickets,
  health,
  // reactions
  clocks,
  closing,
  pooling,
  // channels
]
