import { type FigureSet, fill, type Section, wordIn } from '@baton/contract'
import type { Locale } from '../../../kernel/caller.ts'
import type { Column } from '../../../kernel/workbook/index.ts'

type Holds = 'count' | 'number' | 'share' | 'duration'

/** One figure in a workbook: a column where figures stand side by side, a line where they stand below each other. */
export interface FigureColumn {
  header: string
  holds: Holds
  of(set: FigureSet): number | null
}

/** All figures in their order, called by the reader's language. A share stands with what it is a share of. */
export function figureColumns(locale: Locale): FigureColumn[] {
  const figure = (key: string) => said(locale, 'figure', key)
  const worded = (key: string, name: string) => fill(said(locale, 'figureSheet', key), { name: figure(name) })
  const count = (name: string, of: FigureColumn['of']): FigureColumn => ({ header: figure(name), holds: 'count', of })
  const spread = (name: 'firstResponse' | 'handling'): FigureColumn[] =>
    (['median', 'p90', 'average'] as const).map(part => ({
      header: worded(part, name),
      holds: 'duration',
      of: set => set[name][part],
    }))
  const share = (name: string, of: (set: FigureSet) => { n: number; of: number }): FigureColumn[] => [
    { header: figure(name), holds: 'share', of: set => (of(set).of === 0 ? null : of(set).n / of(set).of) },
    { header: worded('numerator', name), holds: 'count', of: set => of(set).n },
    { header: worded('denominator', name), holds: 'count', of: set => of(set).of },
  ]
  return [
    count('created', set => set.created),
    count('solved', set => set.solved),
    count('closed', set => set.closed),
    count('ended', set => set.ended),
    count('backlog', set => set.backlog),
    ...spread('firstResponse'),
    ...spread('handling'),
    ...share('overdue', set => set.overdue),
    ...share('manual', set => set.manual),
    { header: figure('satisfaction'), holds: 'number', of: set => set.satisfaction.average },
    ...share('satisfied', set => set.satisfaction.satisfied),
    ...share('responseRate', set => set.satisfaction.answered),
    ...[1, 2, 3, 4, 5].map(
      (n): FigureColumn => ({
        header: fill(said(locale, 'figureSheet', 'score'), { n }),
        holds: 'count',
        of: set => set.satisfaction.scores[n - 1] ?? 0,
      }),
    ),
    ...share('reopenedTickets', set => set.reopened),
    count('reopened', set => set.reopenings),
    ...share('urgedTickets', set => set.urged),
    count('urged', set => set.urges),
    count('transferred', set => set.transferred),
    count('returned', set => set.returned),
    count('followedUp', set => set.followedUp),
  ]
}

export const said = (locale: Locale, section: Section, key: string): string => wordIn(locale, section, key) ?? key

/** Chinese letters are twice as wide. */
export const fitting = <C extends Column>(column: C): C => ({
  ...column,
  width: Math.max(
    10,
    [...column.header].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 2),
  ),
})
