/**
 * The condition language: one way to ask about records, read by `check` in memory and by the server's `toSql` in lists.
 * parseCondition → resolve → compile or toSql. Pure; runs in browsers too.
 */
export { check, compile, type PlainRecord } from './check.ts'
export {
  type Condition,
  conditionLimits,
  fieldsOf,
  type Leaf as ConditionLeaf,
  type Value as ConditionValue,
} from './condition.ts'
export { compareDecimals, type Decimal, isDecimal } from './decimal.ts'
export type { Environment } from './environment.ts'
export { type Catalogue, type Field, type FieldType, fieldOf, fieldTypes } from './field.ts'
export { fold } from './fold.ts'
export { foldedFields } from './folded.ts'
export type { Literal } from './literal.ts'
export { type Operator, operators, type ValueShape } from './operators.ts'
export { type ParsedCondition, type ParseOptions, parseCondition } from './parse.ts'
export type { References } from './parseValue.ts'
export { type ConditionProblem, type ConditionProblemCode, conditionSentences } from './problems.ts'
export { type Bounds, type Resolved, type ResolvedLeaf, resolve } from './resolve.ts'
export { dayAt, offsetAt } from './zone.ts'
