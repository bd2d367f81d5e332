import { complianceOf, fill, type PromiseCounts, promisesOf, type SlaTarget } from '@baton/contract'
import type { Locale } from '../../../kernel/caller.ts'
import { type FigureColumn, headers, said, shareColumns, shareOf } from './column.ts'

/** What came of promises: of all together, then of each target. */
export function promiseColumns(locale: Locale, targets: readonly SlaTarget[]): FigureColumn[] {
  return [
    ...shareColumns(locale, 'compliance', set => complianceOf(promisesOf(set))),
    ...shareColumns(locale, 'overdue', set => set.overdue),
    ...shareColumns(locale, 'extendedTickets', set => set.extended),
    ...targets.flatMap(target => columnsOf(target, locale)),
  ]
}

function columnsOf(target: SlaTarget, locale: Locale): FigureColumn[] {
  const { figure } = headers(locale)
  const header = (name: string) =>
    fill(said(locale, 'figureSheet', 'ofTarget'), { target: said(locale, 'factWord', target), name: figure(name) })
  const count = (name: keyof PromiseCounts): FigureColumn => {
    return { header: header(name), holds: 'count', of: set => set.promises[target][name] }
  }
  return [
    { header: header('compliance'), holds: 'share', of: set => shareOf(complianceOf(set.promises[target])) },
    count('kept'),
    count('breached'),
    { header: header('overdue'), holds: 'share', of: set => shareOf(set.promises[target].overdue) },
    count('warned'),
    count('extended'),
  ]
}
