import type { OwnField } from '../useOwnFields.ts'
import { ownFieldOf } from '../viewFields.ts'

/** What every card shows in its own way. Who has it is there as a face only, so as a fact it has its name. */
const onEveryCard: readonly string[] = ['subject', 'number', 'customerId', 'tags', 'status', 'dueAt']
const most = 4

/**
 * What a card tells beneath its subject: of the view's columns, in their order, the first few that it does not show
 * anyway, nor the head of the board's column; as far as one may read them.
 */
export const factsOf = (
  columns: readonly string[],
  by: string,
  own: readonly OwnField[],
  isHidden: (id: string) => boolean,
): string[] =>
  columns
    .filter(id => id !== by && !onEveryCard.includes(id) && !isHidden(id))
    .filter(id => !id.startsWith('fields.') || ownFieldOf(own, id) !== undefined)
    .slice(0, most)
