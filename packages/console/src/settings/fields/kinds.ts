import type { FieldKind, FieldSpec } from '@baton/contract'
import type { IconName } from '@baton/ui'

/** The sign of each kind. */
export const kindIcons: Readonly<Record<FieldKind, IconName>> = {
  text: 'draft',
  longText: 'note',
  richText: 'edit',
  number: 'number',
  amount: 'coin',
  date: 'calendar',
  time: 'clock',
  choice: 'radio',
  choices: 'checks',
  cascade: 'branch',
  boolean: 'toggle',
  person: 'person',
  department: 'building',
  customer: 'people',
  reference: 'link',
  phone: 'phone',
  address: 'pin',
  location: 'globe',
  files: 'clip',
  pictures: 'image',
  formula: 'formula',
  rows: 'table',
}

/** In the order in which one looks for them. */
export const kindGroups = [
  { key: 'words', kinds: ['text', 'longText', 'richText', 'number', 'amount', 'date', 'time'] },
  { key: 'choices', kinds: ['choice', 'choices', 'cascade', 'boolean'] },
  { key: 'records', kinds: ['person', 'department', 'customer', 'reference'] },
  { key: 'contact', kinds: ['phone', 'address', 'location'] },
  { key: 'more', kinds: ['files', 'pictures', 'formula', 'rows'] },
] as const satisfies readonly { key: string; kinds: readonly FieldKind[] }[]

/** A field of a kind as it begins; what must be said stays to be said. */
export function freshSpec(kind: FieldKind): FieldSpec {
  switch (kind) {
    case 'text':
      return { kind, most: 200, format: 'any' }
    case 'longText':
      return { kind, most: 5000 }
    case 'number':
      return { kind, decimals: 0 }
    case 'amount':
      return { kind, currency: 'CNY' }
    case 'choice':
    case 'choices':
      return { kind, options: [] }
    case 'cascade':
      return { kind, branches: [], leafOnly: true }
    case 'reference':
      return { kind, to: 'other' }
    case 'address':
      return { kind, level: 'district', detail: true }
    case 'files':
    case 'pictures':
      return { kind, most: 10 }
    case 'formula':
      return { kind, expression: '', result: 'number', decimals: 2 }
    case 'rows':
      return { kind, columns: [], most: 50 }
    case 'richText':
    case 'date':
    case 'time':
    case 'boolean':
    case 'person':
    case 'department':
    case 'customer':
    case 'phone':
    case 'location':
      return { kind }
  }
}

/** A key that nothing has yet: `o1`, `o2`. */
export function freshKey(letter: string, taken: readonly { key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key))
  for (let n = keys.size + 1; ; n++) if (!keys.has(`${letter}${n}`)) return `${letter}${n}`
}
