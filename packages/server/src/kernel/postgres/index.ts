// The embedded database: a real PostgreSQL that starts, runs and stops with us, for trying out and for small desks.
export { connectWithRetry } from './connect.ts'
export { type EmbeddedPostgres, type StartOptions, startPostgres } from './start.ts'
