import type { FigureName, FigureSet } from '@baton/contract'
import { type Holds, shareOf } from './values.ts'

/** The figures that stand first, in their order: which number, and what it opens. */
export interface Tile {
  figure: FigureName
  /** Its word is `figure.<word>`. */
  word:
    | 'created'
    | 'solved'
    | 'backlog'
    | 'firstResponse'
    | 'handling'
    | 'overdue'
    | 'manual'
    | 'satisfaction'
    | 'reopenedTickets'
    | 'urgedTickets'
  holds: Holds
  value: (set: FigureSet) => number | null
}

export const tiles: readonly Tile[] = [
  { figure: 'created', word: 'created', holds: 'count', value: set => set.created },
  { figure: 'solved', word: 'solved', holds: 'count', value: set => set.solved },
  { figure: 'backlog', word: 'backlog', holds: 'count', value: set => set.backlog },
  { figure: 'firstResponse', word: 'firstResponse', holds: 'seconds', value: set => set.firstResponse.median },
  { figure: 'handling', word: 'handling', holds: 'seconds', value: set => set.handling.median },
  { figure: 'overdue', word: 'overdue', holds: 'share', value: set => shareOf(set.overdue) },
  { figure: 'manual', word: 'manual', holds: 'share', value: set => shareOf(set.manual) },
  { figure: 'rated', word: 'satisfaction', holds: 'score', value: set => set.satisfaction.average },
  { figure: 'reopenedTickets', word: 'reopenedTickets', holds: 'share', value: set => shareOf(set.reopened) },
  { figure: 'urgedTickets', word: 'urgedTickets', holds: 'share', value: set => shareOf(set.urged) },
]
