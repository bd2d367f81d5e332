export * from './columns.ts'
export * from './imports.ts'
export * from './suggest.ts'
