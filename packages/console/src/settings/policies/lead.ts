import { type CardLead, usualLead } from '@baton/contract'
import { countIn, secondsOf, type Unit, unitOf } from './duration.ts'

/** How a yellow card is spoken of: so long before it is due, with so much of the time left, or never. */
export const leadWays = ['minutes', 'hours', 'share', 'none'] as const
export type LeadWay = (typeof leadWays)[number]

export const wayOf = (lead: CardLead | null): LeadWay =>
  lead === null ? 'none' : 'share' in lead ? 'share' : unitOf(lead.seconds)

/** The number before the words of `way`; null where there is none. */
export function countOf(lead: CardLead | null, way: LeadWay): number | null {
  if (lead === null || way === 'none') return null
  return 'share' in lead ? lead.share : countIn(lead.seconds, way as Unit)
}

export function leadOf(count: number, way: LeadWay): CardLead | null {
  if (way === 'none') return null
  if (way === 'share') return { share: Math.max(1, Math.min(90, Math.round(count))) }
  return { seconds: secondsOf(count, way) }
}

/** What a way begins with: the number stays between minutes and hours, and means something else everywhere else. */
export function begunLead(lead: CardLead | null, before: LeadWay, way: LeadWay): CardLead | null {
  const isTime = (one: LeadWay) => one === 'minutes' || one === 'hours'
  const kept = isTime(before) && isTime(way) ? countOf(lead, before) : null
  return way === 'share' ? usualLead : leadOf(kept ?? (way === 'hours' ? 1 : 30), way)
}

export const isUsual = (lead: CardLead | null): boolean =>
  lead !== null && 'share' in lead && 'share' in usualLead && lead.share === usualLead.share
