/** How far back or ahead a sentence looks: an ISO 8601 duration of one part, `P7D`, `PT2H`. */
export interface Length {
  count: number
  unit: LengthUnit
}

export const lengthUnits = ['minutes', 'hours', 'days', 'weeks', 'months'] as const
export type LengthUnit = (typeof lengthUnits)[number]

const patterns: Readonly<Record<LengthUnit, [before: string, after: string]>> = {
  minutes: ['PT', 'M'],
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  weeks: ['P', 'W'],
  months: ['P', 'M'],
}

/** Undefined for one that is made of several parts, and for what is none. */
export function lengthOf(text: string): Length | undefined {
  for (const unit of lengthUnits) {
    const [before, after] = patterns[unit]
    const digits = text.startsWith(before) && text.endsWith(after) ? text.slice(before.length, -after.length) : ''
    if (/^\d{1,9}$/.test(digits)) return { count: Number(digits), unit }
  }
  return undefined
}

export function lengthText({ count, unit }: Length): string {
  const [before, after] = patterns[unit]
  return `${before}${count}${after}`
}
