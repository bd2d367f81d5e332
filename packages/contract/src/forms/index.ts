export * from './form.ts'
export * from './standing.ts'
export * from './templates.ts'
