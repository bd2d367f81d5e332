import { type Condition, ownPrefixes, parseQuick } from '@baton/contract'
import { isHidden } from '../../../kernel/grants.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { invalidField } from '../../../kernel/problems.ts'
import type { Wanted } from '../../search/index.ts'
import { ticketFields } from '../fields.ts'
import { conditionOf } from '../where.ts'
import { filterOf } from './filters.ts'
import { ownLeaf } from './own-filter.ts'

/** A search as the desk understands it: words for the index, and conditions on the tickets. */
export interface Understood {
  wanted: Wanted[]
  condition: Condition | undefined
}

const mostParts = 20

type Asker = Pick<Reading, 'caller' | 'picture' | 'now'>

/** Reads what was typed; throws a 422 at `text` that names the filter whose value means nothing here. */
export function understand(text: string, asker: Asker): Understood {
  const own = asker.picture
    .of(ticketFields)
    .own.all.filter(({ key }) => !isHidden(asker.caller.grants, `fields.${key}`))
  const parts = parseQuick(text, ownPrefixes(own))
  if (parts.length > mostParts) throw invalidField('text', 'search.parts', { most: mostParts })
  const wanted: Wanted[] = []
  const conditions: Condition[] = []
  for (const part of parts) {
    const meant =
      part.kind === 'word' ? { text: part.text } : part.kind === 'own' ? ownLeaf(part, asker) : filterOf(part, asker)
    if ('text' in meant) wanted.push(meant)
    else conditions.push(meant)
  }
  const condition = conditions.length > 0 ? conditionOf({ all: conditions }, asker, 'text') : undefined
  return { wanted, condition }
}
