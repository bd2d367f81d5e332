import type { TimelineItem } from '@baton/contract'
import { expect, test } from 'vitest'
import { newsOf } from './news.ts'

const item = (seq: number, type: string, actor = 'li') => ({ seq, type, actor: { id: actor } }) as TimelineItem

test.each([
  ['nothing happened', [], undefined],
  ['it happened before one came', [item(4, 'ticket.transferred')], undefined],
  ['a colleague handed it on', [item(4, 'ticket.noted'), item(6, 'ticket.transferred')], 6],
  [
    'of several the newest counts',
    [item(6, 'ticket.transferred'), item(8, 'ticket.solved'), item(9, 'ticket.noted')],
    8,
  ],
  ['what one did oneself is no news', [item(6, 'ticket.solved', 'me')], undefined],
  ['one has done something since', [item(6, 'ticket.transferred'), item(7, 'ticket.claimed', 'me')], undefined],
  ['words are no news', [item(6, 'ticket.replied')], undefined],
] as const)('%s', (_, items, seq) => {
  expect(newsOf(items, 5, 'me')?.item.seq).toBe(seq)
})
