import type { FieldDefinition } from '@baton/contract'

export type Values = Readonly<Record<string, unknown>>
type Defined = Pick<FieldDefinition, 'key' | 'spec'>

/** The values as conditions and formulas read them: times in milliseconds, which the API tells as ISO 8601. */
export const keptValues = (definitions: readonly Defined[], values: Values): Record<string, unknown> => ({
  ...values,
  ...Object.fromEntries(
    definitions.flatMap(({ key, spec }) => {
      const value = values[key]
      return spec.kind === 'time' && typeof value === 'string' ? [[key, Date.parse(value)]] : []
    }),
  ),
})

/** What was filled in, as it is sent: rows at the end of a table in which nothing stands are left out. */
export function sentValue({ spec }: Pick<FieldDefinition, 'spec'>, value: unknown): unknown {
  if (spec.kind !== 'rows' || !Array.isArray(value)) return value ?? null
  const last = value.findLastIndex(row => Object.values(row as Values).some(cell => !isNothing(cell)))
  return last < 0 ? null : value.slice(0, last + 1)
}

export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

interface Begins {
  key: string
  spec: FieldDefinition['spec']
  default: unknown
  archived: boolean
}

/** What a new record begins with, as its form shows it. `now` in the reader's clocks. */
export function usualValues(fields: readonly Begins[], me: string, now: Date): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(field => !field.archived && !isNothing(field.default))
      .map(({ key, spec, default: usual }) => {
        if (usual === '$me') return [key, me]
        if (usual !== '$now') return [key, usual]
        return [key, spec.kind === 'date' ? dayOf(now) : now.toISOString()]
      }),
  )
}

const two = (n: number) => String(n).padStart(2, '0')
/** `2026-11-22`, as the reader's calendar shows it. */
export const dayOf = (time: Date): string => `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
/** `2026-11-22T09:30`, for the browser's own picker. */
export const minuteOf = (time: Date): string => `${dayOf(time)}T${two(time.getHours())}:${two(time.getMinutes())}`
