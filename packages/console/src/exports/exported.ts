import type { ReadSent } from '@baton/contract'

/** Which tickets go into a file, and in which order: those of a view, or those that words find. */
export type Exported = Pick<ReadSent<'ticket.export'>, 'view' | 'text' | 'where' | 'order'>
