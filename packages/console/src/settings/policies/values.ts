import { type Condition, type SlaTarget, slaTargets, usualLead } from '@baton/contract'
import type { SlaPolicyRecord } from '../records.ts'
import { byTime } from './ladder/rung.ts'

export type Target = SlaPolicyRecord['targets'][number]

export interface PolicyValues {
  name: string
  enabled: boolean
  /** Null: all tickets. */
  where: Condition | null
  targets: Target[]
}

export const fresh: PolicyValues = {
  name: '',
  enabled: true,
  where: null,
  targets: [
    {
      target: 'response',
      calendarId: null,
      seconds: { normal: 24 * 3600, urgent: 4 * 3600, critical: 2 * 3600 },
      pauseIn: [],
      lead: usualLead,
      ladder: [],
    },
  ],
}

export const valuesOf = ({ name, enabled, where, targets }: SlaPolicyRecord): PolicyValues => ({
  name,
  enabled,
  where: where as Condition | null,
  targets: targets.map(target => ({ ...target, ladder: byTime(target.ladder) })),
})

/** With one target more, less or changed, in the order of the targets. */
export const withTarget = (targets: readonly Target[], name: SlaTarget, target: Target | undefined): Target[] => {
  const rest = targets.filter(one => one.target !== name)
  const all = target ? [...rest, target] : rest
  return all.toSorted((a, b) => slaTargets.indexOf(a.target) - slaTargets.indexOf(b.target))
}

/** Promised for nothing yet. */
export const begun = (target: SlaTarget): Target => ({
  target,
  calendarId: null,
  seconds: { normal: 24 * 3600, urgent: 24 * 3600, critical: 24 * 3600 },
  pauseIn: target === 'resolution' ? ['pending_customer'] : [],
  lead: usualLead,
  ladder: [],
})
