import { type Formula, type FormulaValue, namesIn, parseFormula, rounded, workOut } from './formula/index.ts'
import type { FieldDefinition, SpecOf } from './spec.ts'

/** A formula with what it is called and what comes of it. */
export interface ReadyFormula {
  key: string
  spec: SpecOf<'formula'>
  formula: Formula
}

/** The formulas among the fields, parsed, each behind those that it reads; those in a ring are left out. */
export function formulasOf(definitions: readonly Pick<FieldDefinition, 'key' | 'spec' | 'archived'>[]): ReadyFormula[] {
  const waiting = definitions.flatMap(({ key, spec, archived }): ReadyFormula[] =>
    spec.kind === 'formula' && !archived ? [{ key, spec, formula: parseFormula(spec.expression) }] : [],
  )
  const ready: ReadyFormula[] = []
  for (let left = waiting; left.length > 0; ) {
    const unready = new Set(left.map(({ key }) => key))
    const next = left.filter(({ formula }) => namesIn(formula).every(name => !unready.has(name)))
    if (next.length === 0) break
    ready.push(...next)
    left = left.filter(one => !next.includes(one))
  }
  return ready
}

/** The values with what the formulas make of them; pure, and the same however often it is done. */
export function withFormulas(
  formulas: readonly ReadyFormula[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const all: Record<string, unknown> = { ...values }
  for (const { key, spec, formula } of formulas) {
    const value = resultOf(
      workOut(formula, name => valueAt(all, name)),
      spec,
    )
    if (value === null) delete all[key]
    else all[key] = value
  }
  return all
}

function resultOf(value: FormulaValue, { result, decimals }: SpecOf<'formula'>): number | string | boolean | null {
  if (typeof value === 'object') return null
  if (result === 'number') return typeof value === 'number' ? rounded(value, decimals) : null
  if (result === 'boolean') return typeof value === 'boolean' ? value : null
  return String(value).slice(0, 1000) || null
}

/** `quantity`, or a column of a table, `items.quantity`, as a list. */
function valueAt(values: Readonly<Record<string, unknown>>, name: string): FormulaValue {
  const [key = '', column] = name.split('.')
  const value = values[key]
  if (column !== undefined)
    return Array.isArray(value) ? value.map(row => plain((row as Record<string, unknown>)[column])) : []
  return Array.isArray(value) ? value.map(plain) : plain(value)
}

const plain = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
