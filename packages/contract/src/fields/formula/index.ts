/** Formulas over the fields of a record: parsed once, worked out whenever the record is written. */
import { formulaFunctions } from './functions.ts'
import { type Formula, FormulaProblem, parseFormula } from './parse.ts'

export { type FormulaValue, formulaFunctions, rounded } from './functions.ts'
export { type Formula, FormulaProblem, parseFormula } from './parse.ts'
export { workOut } from './work.ts'

const builtIn: Readonly<Record<string, readonly [number, number]>> = { if: [2, 3], and: [1, 50], or: [1, 50] }

/** Every function that a formula may call. */
export const formulaFunctionNames: readonly string[] = [...Object.keys(builtIn), ...Object.keys(formulaFunctions)]

export type FormulaFault =
  | { code: 'formula.syntax'; at: number }
  | { code: 'formula.function' | 'formula.name' | 'formula.count'; name: string }

/** What is wrong with a formula, if anything; `isKnown` tells of a name whether there is such a field. */
export function faultIn(text: string, isKnown: (name: string) => boolean): FormulaFault | undefined {
  try {
    return faultOf(parseFormula(text), isKnown)
  } catch (error) {
    if (error instanceof FormulaProblem) return { code: 'formula.syntax', at: error.at + 1 }
    throw error
  }
}

export const isFormula = (text: string): boolean => faultIn(text, () => true) === undefined

/** The fields that a formula reads, each once; of a table of rows the field without the column. */
export function namesIn(formula: Formula): string[] {
  const names = new Set<string>()
  walk(formula, part => part.is === 'name' && names.add(part.name.split('.')[0] ?? ''))
  return [...names]
}

function faultOf(formula: Formula, isKnown: (name: string) => boolean): FormulaFault | undefined {
  let fault: FormulaFault | undefined
  walk(formula, part => {
    if (fault) return
    if (part.is === 'name' && !isKnown(part.name)) fault = { code: 'formula.name', name: part.name }
    if (part.is !== 'call') return
    const known = boundsOf(part.name)
    if (!known) fault = { code: 'formula.function', name: part.name }
    else if (part.of.length < known[0] || part.of.length > known[1]) fault = { code: 'formula.count', name: part.name }
  })
  return fault
}

function boundsOf(name: string): readonly [number, number] | undefined {
  if (Object.hasOwn(builtIn, name)) return builtIn[name]
  const known = Object.hasOwn(formulaFunctions, name) ? formulaFunctions[name] : undefined
  return known && [known.least, known.most]
}

function walk(formula: Formula, visit: (part: Formula) => void): void {
  visit(formula)
  if (formula.is === 'operation') {
    walk(formula.left, visit)
    walk(formula.right, visit)
  } else if (formula.is === 'negative') walk(formula.of, visit)
  else if (formula.is === 'call') for (const part of formula.of) walk(part, visit)
}
