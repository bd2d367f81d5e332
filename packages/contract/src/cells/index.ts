/** Cells of files: what they mean for a field, and how a field's value stands in one. */
export * from './cell.ts'
export * from './days.ts'
export * from './from-cell.ts'
export * from './options.ts'
export * from './to-cell.ts'
