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

export interface Share {
  n: number
  of: number
}

export const shareOf = ({ n, of }: Share): number | null => (of === 0 ? null : n / of)

/** A share stands with what it is a share of. */
export function shareColumns(locale: Locale, name: string, of: (set: FigureSet) => Share): FigureColumn[] {
  const { figure, worded } = headers(locale)
  return [
    { header: figure(name), holds: 'share', of: set => shareOf(of(set)) },
    { header: worded('numerator', name), holds: 'count', of: set => of(set).n },
    { header: worded('denominator', name), holds: 'count', of: set => of(set).of },
  ]
}

/** What a figure is called, and a part of it. */
export function headers(locale: Locale) {
  const figure = (name: string) => said(locale, 'figure', name)
  const worded = (part: string, name: string) => fill(said(locale, 'figureSheet', part), { name: figure(name) })
  return { figure, worded }
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
