import type { VerbSent } from '@baton/contract'

/** Chinese and English; which one is used is the language in which the desk is set up. */
export type Word = readonly [zh: string, en: string]

export type FieldSpec = VerbSent<'field.create'>['spec']
export type FormItem = NonNullable<VerbSent<'template.create'>['form']>[number]

export interface KitField {
  key: string
  name: Word
  spec: FieldSpec
  help?: Word
  indexed?: true
}

export interface KitTemplate {
  /** By which categories and views of the kit mean it: `@template:refund`. */
  key: string
  name: Word
  form: readonly FormItem[]
  opens?: { urgency?: 'normal' | 'urgent' | 'critical'; requestType?: string; tags?: readonly Word[] }
  /** Hours in which the customer has an answer and a solution, by urgency; nobody is promised what is left out. */
  promise?: Promise
  onPortal?: true
}

interface Promise {
  name: Word
  response: readonly [normal: number, urgent: number, critical: number]
  resolution: readonly [normal: number, urgent: number, critical: number]
}

export interface KitStep {
  verb: string
  input: Readonly<Record<string, unknown>>
  /** Texts with placeholders, by the input that they are. */
  words?: Readonly<Record<string, Word>>
  /** The department that it goes to. */
  to?: Word
}

export interface KitMacro {
  name: Word
  steps: readonly KitStep[]
  /** Offered on tickets of these templates only. */
  on?: readonly string[]
}

export interface KitReply {
  name: Word
  shortcut: string
  body: Word
}

export interface KitView {
  name: Word
  /** Of tickets of these templates; without any, of all. */
  of?: readonly string[]
  /** And only these: a condition. */
  where?: Readonly<Record<string, unknown>>
  columns: readonly string[]
  order?: { field: string; direction: 'asc' | 'desc' }
  groupBy?: string
  layout: 'list' | 'table' | 'board'
}

/** What a scenario brings beside departments and categories. */
export interface Kit {
  fields: readonly KitField[]
  templates: readonly KitTemplate[]
  macros: readonly KitMacro[]
  replies: readonly KitReply[]
  views: readonly KitView[]
}

/** An option: its key and its names. */
export const option = (key: string, name: string, nameEn: string) => ({ key, name, nameEn })

/** A field of a form; more is said where it is needed. */
export const asks = (field: string, more: Partial<Extract<FormItem, { field: string }>> = {}): FormItem => ({
  field,
  width: 'half',
  required: 'no',
  onPortal: false,
  ...more,
})

export const section = (zh: string, en: string): FormItem => ({ section: zh, sectionEn: en })

/** What a form asks of everybody who opens it. */
export const told: readonly FormItem[] = [
  asks('category', { onPortal: true }),
  asks('urgency'),
  asks('body', { width: 'full', required: 'open', onPortal: true }),
]
