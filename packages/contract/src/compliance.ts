import type { FigureSet } from './figures.ts'
import { type SlaTarget, slaTargets } from './sla.ts'

/** How promises count in figures, for whoever shows them. */
export type PromiseCounts = Record<(typeof countNames)[number], number>

const countNames = ['kept', 'breached', 'warned', 'extended'] as const

/** The promises of all targets together. */
export function promisesOf({ promises }: FigureSet): PromiseCounts {
  const sum = (name: keyof PromiseCounts) => slaTargets.reduce((n, target) => n + promises[target][name], 0)
  return { kept: sum('kept'), breached: sum('breached'), warned: sum('warned'), extended: sum('extended') }
}

/** 达标率: kept, of those that were kept or missed. */
export const complianceOf = ({ kept, breached }: Pick<PromiseCounts, 'kept' | 'breached'>) => ({
  n: kept,
  of: kept + breached,
})

/** The targets of which anything is known in any of these. */
export const targetsOf = (sets: readonly FigureSet[]): SlaTarget[] =>
  slaTargets.filter(target => sets.some(({ promises }) => countNames.some(name => promises[target][name] > 0)))
