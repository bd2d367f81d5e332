import { type FormulaValue, formulaFunctions, type Plain } from './functions.ts'
import type { Formula, Sign } from './parse.ts'

/** Works a formula out; null where something that it needs is not there. Never throws. */
export function workOut(formula: Formula, named: (name: string) => FormulaValue): FormulaValue {
  switch (formula.is) {
    case 'number':
    case 'text':
    case 'boolean':
      return formula.value
    case 'name':
      return named(formula.name)
    case 'negative': {
      const value = workOut(formula.of, named)
      return typeof value === 'number' ? -value : null
    }
    case 'operation':
      return operate(formula.sign, single(workOut(formula.left, named)), single(workOut(formula.right, named)))
    case 'call':
      return call(formula, named)
  }
}

const single = (value: FormulaValue): Plain => (typeof value === 'object' && value !== null ? null : value)

function call({ name, of }: Extract<Formula, { is: 'call' }>, named: (name: string) => FormulaValue): FormulaValue {
  const at = (index: number): FormulaValue => {
    const part = of[index]
    return part ? workOut(part, named) : null
  }
  if (name === 'if') return at(0) === true ? at(1) : at(2)
  if (name === 'and') return of.every(part => workOut(part, named) === true)
  if (name === 'or') return of.some(part => workOut(part, named) === true)
  return formulaFunctions[name]?.of(...of.map(part => workOut(part, named))) ?? null
}

function operate(sign: Sign, left: Plain, right: Plain): Plain {
  if (sign === '&') return `${left ?? ''}${right ?? ''}`
  if (sign === '=') return left === right
  if (sign === '<>') return left !== right
  if (left === null || right === null) return null
  if (sign === '<' || sign === '<=' || sign === '>' || sign === '>=') return compare(sign, left, right)
  if (typeof left !== 'number' || typeof right !== 'number') return null
  switch (sign) {
    case '+':
      return finite(left + right)
    case '-':
      return finite(left - right)
    case '*':
      return finite(left * right)
    case '/':
      return right === 0 ? null : finite(left / right)
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Numbers by their size, days and other texts by their digits; of two kinds neither is more. */
function compare(sign: '<' | '<=' | '>' | '>=', left: Plain, right: Plain): boolean | null {
  if (left === null || right === null || typeof left !== typeof right) return null
  if (sign === '<') return left < right
  if (sign === '<=') return left <= right
  return sign === '>' ? left > right : left >= right
}
