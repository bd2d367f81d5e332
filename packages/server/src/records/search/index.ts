/** Search: what tickets are found by, kept in one index and asked with the asker's own rights. */
import { every } from '../../kernel/every.ts'
import { module } from '../../kernel/module.ts'
import { searchFollower } from './follower.ts'
import { readWanted } from './wanted.ts'

export { customerPieces, dialled, isInternal } from './content.ts'
export { type Found, type FoundPage, findTickets, isMatching, mostCounted } from './find.ts'
export { addLexemes, codeBeginnings, smooth } from './lexemes.ts'
export { type Match, matchOf, type Sought, type Wanted } from './match.ts'
export type { Level } from './rights.ts'
export { marks, type Source } from './sources.ts'
export type { Word } from './word.ts'
export { writeWords } from './write.ts'

/** Between two turns of reading what is wanted: the machine is everybody's. Milliseconds. */
const breath = 50
const look = 2000

export const search = module({
  name: 'search',
  followers: [searchFollower],
  async start(desk) {
    const reading = every(
      look,
      async () => {
        if (!(await readWanted(desk))) return
        await new Promise(resolve => setTimeout(resolve, breath))
        reading.wake()
      },
      desk,
    )
    return () => reading.stop()
  },
})
