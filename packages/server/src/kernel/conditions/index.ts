/** The condition language's reader for lists; its twin in memory is the contract's `check`. `agree.test.ts` holds them equal. */
export { askedCondition } from './asked.ts'
export type { Columns, SqlColumn, SqlType } from './columns.ts'
export { type JsonSource, jsonColumns } from './jsonColumns.ts'
export { toSql, toTruth } from './toSql.ts'
