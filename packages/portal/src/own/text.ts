import type { SpecOf } from '@baton/contract'
import { h } from '../dom.ts'
import { field, growing } from '../field.ts'
import { fill, type Language } from '../words.ts'
import type { Control, ControlSetting } from './control.ts'

type Kind = 'text' | 'longText' | 'number' | 'amount' | 'date' | 'time' | 'reference' | 'phone'
type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Whatever is typed: a line, several, a number, a day, a moment. */
export function text({
  id,
  label,
  field: { spec, help },
  before,
  words,
  own,
  language,
}: ControlSetting<SpecOf<Kind>>): Control {
  const control = controlFor(spec)
  const unit = unitOf(spec, language)
  control.value = spec.kind === 'time' ? localTime(before) : String(before ?? '')
  const { element, complain, require } = field({
    id,
    label: unit ? fill(own.withUnit, { field: label, unit }) : label,
    control: control instanceof HTMLTextAreaElement ? growing(control) : control,
    hint: help,
    optional: words.optional,
  })
  return {
    element,
    complain,
    require,
    focus: () => control.focus(),
    value: () => read(spec.kind, control.value),
  }
}

function unitOf(spec: SpecOf<Kind>, language: Language): string | undefined {
  if (spec.kind === 'number') return spec.unit
  return spec.kind === 'amount' ? new Intl.DisplayNames(language, { type: 'currency' }).of(spec.currency) : undefined
}

function controlFor(spec: SpecOf<Kind>): TextControl {
  switch (spec.kind) {
    case 'longText':
      return h('textarea', { rows: 3, maxlength: spec.most })
    case 'date':
      return h('input', { type: 'date' })
    case 'time':
      return h('input', { type: 'datetime-local' })
    case 'number':
    case 'amount':
      return h('input', { inputmode: 'decimal', autocomplete: 'off' })
    case 'phone':
      return h('input', { type: 'tel', inputmode: 'tel', maxlength: 60, autocomplete: 'off' })
    case 'text':
      return h('input', { maxlength: spec.most, ...typing[spec.format] })
    case 'reference':
      return h('input', { maxlength: 200, autocomplete: 'off' })
  }
}

/** Which keys a telephone shows. */
const typing: Readonly<Record<SpecOf<'text'>['format'], Record<string, string>>> = {
  any: {},
  digits: { inputmode: 'numeric' },
  code: { autocapitalize: 'off' },
  email: { type: 'email', inputmode: 'email' },
  url: { inputmode: 'url' },
  idCard: { autocapitalize: 'characters' },
}

function read(kind: Kind, typed: string): string | null {
  if (typed.trim() === '') return null
  switch (kind) {
    case 'number':
    case 'amount':
      return plainNumber(typed)
    case 'time':
      return isoTime(typed)
    case 'longText':
      return typed
    default:
      return typed.trim()
  }
}

/** Where a browser has no such control, whatever is typed there is left for the server to refuse. */
function isoTime(typed: string): string {
  const at = new Date(typed)
  return Number.isNaN(at.getTime()) ? typed.trim() : at.toISOString()
}

/** `１，２００ ` is typed for 1200. */
export const plainNumber = (typed: string): string => typed.normalize('NFKC').replace(/[,\s]/g, '')

/** An instant as the browser's own clock shows it: what `datetime-local` takes. */
function localTime(iso: unknown): string {
  const at = new Date(typeof iso === 'number' ? iso : String(iso ?? ''))
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
