/** A formula's value: a list is a column of a table; null is nothing there. */
export type Plain = number | string | boolean | null
export type FormulaValue = Plain | readonly Plain[]

export interface FormulaFunction {
  /** How many values it takes, at least and at most. */
  least: number
  most: number
  of(...given: FormulaValue[]): FormulaValue
}

const any = 50
const flat = (given: readonly FormulaValue[]): Plain[] => given.flat() as Plain[]
const numbers = (given: readonly FormulaValue[]): number[] => flat(given).filter(isNumber)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** What is not there adds nothing; a sum of nothing is 0, the rest of nothing is nothing. */
const over = (sum: (all: number[]) => number): FormulaFunction => ({
  least: 1,
  most: any,
  of: (...given) => {
    const all = numbers(given)
    return all.length === 0 ? null : sum(all)
  },
})

const ofNumber = (work: (value: number, by: number) => number, most = 1): FormulaFunction => ({
  least: 1,
  most,
  of: (value = null, by = 0) => (isNumber(value) ? work(value, isNumber(by) ? by : 0) : null),
})

/** Half away from zero, as people do it; 1.005 is 1.01, whatever its double says. */
export function rounded(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value)}e${decimals}`)
  if (!Number.isFinite(shifted)) return value
  return Math.sign(value) * Number(`${Math.round(shifted + shifted * Number.EPSILON)}e-${decimals}`)
}

const day = 86_400_000
const dayOf = (value: FormulaValue): number | null => {
  if (isNumber(value)) return Math.floor(value / day)
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value.slice(0, 10)) : Number.NaN
  return Number.isNaN(at) ? null : at / day
}

/** The functions of formulas; `if`, `and`, `or` are known to the reader of formulas itself. */
export const formulaFunctions: Readonly<Record<string, FormulaFunction>> = {
  sum: { least: 1, most: any, of: (...given) => numbers(given).reduce((a, b) => a + b, 0) },
  average: over(all => all.reduce((a, b) => a + b, 0) / all.length),
  min: over(all => Math.min(...all)),
  max: over(all => Math.max(...all)),
  count: { least: 1, most: any, of: (...given) => flat(given).filter(value => value !== null && value !== '').length },
  round: ofNumber(rounded, 2),
  floor: ofNumber(Math.floor),
  ceil: ofNumber(Math.ceil),
  abs: ofNumber(Math.abs),
  not: { least: 1, most: 1, of: value => value !== true },
  empty: { least: 1, most: 1, of: value => flat([value ?? null]).every(one => one === null || one === '') },
  length: { least: 1, most: 1, of: value => [...String(value ?? '')].length },
  join: {
    least: 1,
    most: any,
    of: (...given) =>
      flat(given)
        .filter(value => value !== null && value !== '')
        .join('、'),
  },
  /** Whole days from the first to the second. */
  days: {
    least: 2,
    most: 2,
    of: (from = null, to = null) => {
      const [a, b] = [dayOf(from), dayOf(to)]
      return a === null || b === null ? null : b - a
    },
  },
}
