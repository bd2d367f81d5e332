import { type FieldSpec, fieldText, type Wording } from '@baton/contract'
import { regionNames } from '@baton/contract/regions'
import type { OwnFields } from './definitions.ts'

/** The words by which the values of own fields are found, by key: as people read them, in either language. */
export function wordsOfFields(own: OwnFields, values: Readonly<Record<string, unknown>>): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const [key, value] of Object.entries(values)) {
    const field = own.byKey(key)
    const said = field ? wordsOf(field.spec, value) : typeof value === 'string' ? [value] : []
    if (said.length > 0) words.set(key, said)
  }
  return words
}

function wordsOf(spec: FieldSpec, value: unknown): string[] {
  switch (spec.kind) {
    // Nobody looks for these by words; conditions find them.
    case 'boolean':
    case 'time':
    case 'person':
    case 'department':
    case 'customer':
    case 'files':
    case 'pictures':
      return []
    case 'number':
    case 'amount':
      return [String(value)]
    case 'formula':
      return typeof value === 'boolean' ? [] : [String(value)]
    default:
      return [...new Set(['zh-CN', 'en'].map(locale => fieldText({ spec }, value, { ...wording, locale })))].filter(
        Boolean,
      )
  }
}

const wording: Wording = {
  locale: 'zh-CN',
  zone: 'UTC',
  nameOf: () => undefined,
  regionOf: code => regionNames.get(code),
}
