import { complianceOf, type FigureName, type FigureSet, type PromiseCounts, promisesOf } from '@baton/contract'
import { type Tile, tiles } from './tiles.ts'
import { type Holds, shareOf } from './values.ts'

/** A number in a table of figures side by side: its word is `figure.<word>`. */
export interface Column {
  word: Tile['word'] | 'compliance' | keyof PromiseCounts
  figure: FigureName
  holds: Holds
  value: (set: FigureSet) => number | null
}

const compliance: Column = {
  word: 'compliance',
  figure: 'kept',
  holds: 'share',
  value: set => shareOf(complianceOf(promisesOf(set))),
}
const count = (name: keyof PromiseCounts): Column => ({
  word: name,
  figure: name,
  holds: 'count',
  value: set => promisesOf(set)[name],
})
const tile = (word: Tile['word']): Column[] => tiles.filter(one => one.word === word)

/** A table has room for some nine. */
export const workColumns: readonly Column[] = [
  ...tile('created'),
  ...tile('solved'),
  ...tile('backlog'),
  ...tile('firstResponse'),
  ...tile('handling'),
  compliance,
  count('breached'),
  ...tile('manual'),
  ...tile('satisfaction'),
]

/** Of promises alone, where nothing else can be told. */
export const promiseColumns: readonly Column[] = [
  compliance,
  count('kept'),
  count('breached'),
  ...tile('overdue'),
  count('warned'),
  count('extended'),
]
