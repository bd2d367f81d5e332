import type { Condition, VerbName } from '@baton/contract'

export interface ShippedView {
  id: string
  key: string
  section?: 'mine'
  /** Behind the stored ones of the same position. */
  position: number
  where: Condition
  /** What is due first comes first, unless told. */
  orderBy?: string
  /** Only for whoever may do this: others could do nothing with what they see. */
  needs?: VerbName
}

/** Views that come with the version and not with a migration: they change with it, and may be offered to some only. */
export const shippedViews: readonly ShippedView[] = [
  {
    id: '00000000-0000-4000-8000-000000000233',
    key: 'mine.appointments',
    position: 3,
    where: {
      all: [
        { field: 'assigneeId', op: 'is', value: '$me' },
        { field: 'open', op: 'is', value: true },
        { field: 'appointmentAt', op: 'isNotEmpty' },
      ],
    },
    section: 'mine',
    orderBy: 'appointmentAt',
  },
  {
    id: '00000000-0000-4000-8000-000000000231',
    key: 'public.warned',
    position: 8,
    where: {
      all: [
        { field: 'open', op: 'is', value: true },
        { field: 'warnedAt', op: 'isNotEmpty' },
      ],
    },
  },
  {
    id: '00000000-0000-4000-8000-000000000232',
    key: 'public.extensions',
    position: 8,
    where: {
      all: [
        { field: 'open', op: 'is', value: true },
        { field: 'extensionAskedAt', op: 'isNotEmpty' },
      ],
    },
    needs: 'ticket.grantExtension',
  },
]
