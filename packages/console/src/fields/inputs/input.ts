import type { FieldKind, SpecOf } from '@baton/contract'
import type { Tie } from '@baton/ui'

/** What every kind's input gets. Nothing there is null. */
export interface InputProps<K extends FieldKind> {
  tie: Tie
  /** What the field is called. */
  label: string
  spec: SpecOf<K>
  value: unknown
  onChange: (value: unknown) => void
  disabled: boolean
  /** What is wrong beneath the value: `.2.price`. */
  wrongAt: (at: string) => string | undefined
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const keysOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
