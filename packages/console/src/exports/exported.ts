import type { ReadSent } from '@baton/contract'

/** What goes into a file, in the order of its list: tickets of a view or those that words find, or customers. */
export type Exported =
  | { kind: 'ticket'; chosen: Pick<ReadSent<'ticket.export'>, 'view' | 'text' | 'where' | 'order'> }
  | { kind: 'customer'; chosen: Pick<ReadSent<'customer.export'>, 'text' | 'where'> }
