/** What leaves the desk: rows that people can see, worked by a job queue. A channel brings a Sender and puts drafts in. */
export { type DeliveryRow, type DeliveryStatus, isRetryable } from './delivery.ts'
export { type Leases, openLeases, type Release } from './leases.ts'
export { openOutbox } from './open.ts'
export type { DeliveryDraft, Outbox } from './outbox.ts'
export { type Failure, type OpenSender, SendError, type Sender } from './sender.ts'
export { changed, settle, stampOf } from './settle.ts'
