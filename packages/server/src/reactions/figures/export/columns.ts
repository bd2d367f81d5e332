import { fill, type SlaTarget } from '@baton/contract'
import type { Locale } from '../../../kernel/caller.ts'
import { type FigureColumn, headers, said, shareColumns } from './column.ts'
import { promiseColumns } from './promise-columns.ts'

/** All figures in their order, called by the reader's language; promises of these targets. */
export function figureColumns(locale: Locale, targets: readonly SlaTarget[]): FigureColumn[] {
  const { figure, worded } = headers(locale)
  const count = (name: string, of: FigureColumn['of']): FigureColumn => ({ header: figure(name), holds: 'count', of })
  const spread = (name: 'firstResponse' | 'handling'): FigureColumn[] =>
    (['median', 'p90', 'average'] as const).map(part => ({
      header: worded(part, name),
      holds: 'duration',
      of: set => set[name][part],
    }))
  return [
    count('created', set => set.created),
    count('solved', set => set.solved),
    count('closed', set => set.closed),
    count('ended', set => set.ended),
    count('backlog', set => set.backlog),
    ...spread('firstResponse'),
    ...spread('handling'),
    ...promiseColumns(locale, targets),
    ...shareColumns(locale, 'manual', set => set.manual),
    { header: figure('satisfaction'), holds: 'number', of: set => set.satisfaction.average },
    ...shareColumns(locale, 'satisfied', set => set.satisfaction.satisfied),
    ...shareColumns(locale, 'responseRate', set => set.satisfaction.answered),
    ...[1, 2, 3, 4, 5].map(
      (n): FigureColumn => ({
        header: fill(said(locale, 'figureSheet', 'score'), { n }),
        holds: 'count',
        of: set => set.satisfaction.scores[n - 1] ?? 0,
      }),
    ),
    ...shareColumns(locale, 'reopenedTickets', set => set.reopened),
    count('reopened', set => set.reopenings),
    ...shareColumns(locale, 'urgedTickets', set => set.urged),
    count('urged', set => set.urges),
    count('transferred', set => set.transferred),
    count('returned', set => set.returned),
    count('followedUp', set => set.followedUp),
  ]
}
