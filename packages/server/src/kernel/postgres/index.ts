// The embedded database: a real PostgreSQL that starts, runs and stops with us, for trying out and for small desks.
export { connectWithRetry, describeDatabase } from './connect.ts'
export { EmbeddedPostgresError } from './error.ts'
export { type EmbeddedPostgres, type StartOptions, startPostgres } from './start.ts'
