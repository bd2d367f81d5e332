import type { FieldType } from './field.ts'

/**
 * What a value looks like: `one` value of the field's type; `many`, a list of 1 to 1,000; `two`, [from, to], both
 * included; a `duration` such as 'P7D'; `none`.
 */
export type ValueShape = 'none' | 'one' | 'many' | 'two' | 'duration'

export const operatorNames = [
  'is',
  'isNot',
  'isOneOf',
  'isNoneOf',
  'isEmpty',
  'isNotEmpty',
  'contains',
  'containsAny',
  'containsAll',
  'startsWith',
  'lessThan',
  'atMost',
  'moreThan',
  'atLeast',
  'between',
  'before',
  'after',
  'withinLast',
  'withinNext',
] as const
export type Operator = (typeof operatorNames)[number]

const presence = { isEmpty: 'none', isNotEmpty: 'none' } as const
const sameness = { is: 'one', isNot: 'one' } as const
const membership = { isOneOf: 'many', isNoneOf: 'many' } as const
const content = { contains: 'one', containsAny: 'many', containsAll: 'many' } as const
const moment = {
  before: 'one',
  atMost: 'one',
  after: 'one',
  atLeast: 'one',
  between: 'two',
  withinLast: 'duration',
  withinNext: 'duration',
} as const

/**
 * Operator × field type → value: the reference prints it and builders read it. Every question has one name: a time is
 * `before`, a number `lessThan`. Text has no order here, and a list is asked for what it contains.
 */
export const operators: Readonly<Record<FieldType, Readonly<Partial<Record<Operator, ValueShape>>>>> = {
  text: { ...sameness, ...membership, ...content, startsWith: 'one', ...presence },
  ref: { ...sameness, ...membership, ...presence },
  refs: { ...content, ...presence },
  choice: { ...sameness, ...membership, ...presence },
  choices: { ...content, ...presence },
  number: {
    ...sameness,
    ...membership,
    lessThan: 'one',
    atMost: 'one',
    moreThan: 'one',
    atLeast: 'one',
    between: 'two',
    ...presence,
  },
  boolean: { ...sameness, ...presence },
  time: { ...sameness, ...moment, ...presence },
  date: { ...sameness, ...membership, ...moment, ...presence },
}

export const isOperator = (name: unknown): name is Operator => operatorNames.includes(name as Operator)
