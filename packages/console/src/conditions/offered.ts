import { type Field, type Operator, operators } from '@baton/contract'

/** Those that a sentence needs; the rest of the language is for JSON. */
const usual: readonly Operator[] = [
  'is',
  'isNot',
  'isOneOf',
  'isNoneOf',
  'contains',
  'containsAny',
  'containsAll',
  'startsWith',
  'before',
  'after',
  'withinLast',
  'withinNext',
  'atMost',
  'atLeast',
  'isEmpty',
  'isNotEmpty',
]
/** Customers are found one at a time; of files one asks whether there are any. */
const only: Readonly<Record<string, readonly Operator[]>> = {
  customer: ['is', 'isNot', 'isEmpty', 'isNotEmpty'],
  file: ['isEmpty', 'isNotEmpty'],
}

/** What can be asked about a field in a sentence. */
export const operatorsOf = (field: Field): Operator[] =>
  usual.filter(
    op =>
      operators[field.type][op] &&
      (field.nullable || (op !== 'isEmpty' && op !== 'isNotEmpty')) &&
      (only[field.to ?? '']?.includes(op) ?? true) &&
      // A moment is before or after another; that it is at most the other would say the same once more.
      !((field.type === 'time' || field.type === 'date') && (op === 'isOneOf' || op === 'isNoneOf')),
  )
