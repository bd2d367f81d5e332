import type { FieldKind, OwnDimension } from '@baton/contract'

/**
 * What the address says of the desk's own fields: `fields.<key>` has this value, `fields.<key>.within` is this branch or
 * one beneath it or has this among its answers, `fields.<key>.own` is this branch alone.
 */
export type OwnNarrowing = OwnDimension

/** Stands for tickets that have no value; no option can be called so. */
export const absent = '-'

const form = /^fields\.[A-Za-z][A-Za-z0-9_]{0,39}(\.within|\.own)?$/

export const isOwn = (key: string): key is OwnNarrowing => form.test(key)

export const isOwnDimension = (by: string): by is OwnDimension => isOwn(by) && by.split('.').length === 2

/** The key of the field that it is about. */
export const fieldKeyOf = (own: OwnNarrowing): string => own.split('.')[1] ?? ''

/** Yes and no stay what they are, for an option may be called `true`. */
export function ownValue(value: unknown): string | boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value)
  return text.length > 0 && text.length <= 100 ? text : undefined
}

export function ownPart(own: OwnNarrowing, value: string | boolean) {
  const field = own.replace(/\.within$/, '')
  if (value === absent) return { field, op: 'isEmpty' as const }
  return { field, op: own.endsWith('.within') ? ('contains' as const) : ('is' as const), value }
}

/** How a filter narrows by a field: by a branch with all beneath it, by one of several answers. */
export const filterOf = (key: string, kind: FieldKind): OwnNarrowing =>
  kind === 'cascade' || kind === 'choices' ? `fields.${key}.within` : `fields.${key}`

/** How a row of a table does: by its own branch alone. */
export function ownNarrowedBy(
  by: OwnDimension,
  kind: FieldKind,
  key: string | null,
): Record<OwnNarrowing, string | boolean> {
  if (key === null) return { [by]: absent }
  if (kind === 'boolean') return { [by]: key === 'true' }
  if (kind === 'choices') return { [`${by}.within`]: key } as Record<OwnNarrowing, string>
  return { [kind === 'cascade' ? `${by}.own` : by]: key } as Record<OwnNarrowing, string>
}
