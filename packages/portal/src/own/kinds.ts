import type { FieldSpec } from '@baton/contract'
import { address } from './address.ts'
import { choice, choices } from './choices.ts'
import type { Control, ControlSetting } from './control.ts'
import { attached } from './files.ts'
import { branches } from './levels.ts'
import { rows } from './rows.ts'
import { text } from './text.ts'

/** Undefined for a kind that strangers are never asked for. */
export const controlOf = (setting: ControlSetting): Control | undefined =>
  kinds[setting.field.spec.kind]?.(setting as ControlSetting<never>)

type Made = (setting: ControlSetting<never>) => Control

/** By kind; the welcome names no others. */
const kinds: Readonly<Partial<Record<FieldSpec['kind'], Made>>> = {
  text,
  longText: text,
  number: text,
  amount: text,
  date: text,
  time: text,
  reference: text,
  phone: text,
  choice,
  boolean: choice,
  choices,
  cascade: branches,
  address,
  files: attached,
  pictures: attached,
  rows,
}
