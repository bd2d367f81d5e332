import { type FigureSet, type SlaTarget, slaTargets } from '@baton/contract'
import { shareOf } from './values.ts'

type Promised = FigureSet['promises'][SlaTarget]
export type PromiseCounts = Omit<Promised, 'overdue'>

const countNames = ['kept', 'breached', 'warned', 'extended'] as const satisfies readonly (keyof PromiseCounts)[]

/** The promises of all targets together. */
export const promisesOf = ({ promises }: FigureSet): PromiseCounts => {
  const sum = (name: keyof PromiseCounts) => slaTargets.reduce((n, target) => n + promises[target][name], 0)
  return { kept: sum('kept'), breached: sum('breached'), warned: sum('warned'), extended: sum('extended') }
}

/** 达标率: kept, of those that were kept or missed; null where none was. */
export const complianceOf = ({ kept, breached }: PromiseCounts): number | null =>
  shareOf({ n: kept, of: kept + breached })

/** The targets of which anything is known, now or before. */
export const targetsOf = (...sets: readonly (FigureSet | null)[]): SlaTarget[] =>
  slaTargets.filter(target => sets.some(set => set && countNames.some(name => set.promises[target][name] > 0)))
