/** Secrets that other systems gave us: kept encrypted, used by senders, shown to nobody. */
export type { SecretKey } from './keys.ts'
export { SecretKeyError } from './ring.ts'
export { openSecrets, type SecretRow, type Secrets } from './secrets.ts'
export { hintsOf, secretChanges, secretNames } from './told.ts'
