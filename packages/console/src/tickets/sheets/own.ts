import type { SlaTarget, TicketRecord } from '@baton/contract'
import { type ComponentType, lazy } from 'react'
import type { Target } from '../../people/HolderPicker.tsx'
import type { TicketVerb } from '../verbs.ts'

export interface SheetProps {
  ticket: TicketRecord
  verb: TicketVerb
  /** Which promise of several it is about, where it was begun there. */
  target: SlaTarget | undefined
  /** To whom it is to go, where that was chosen before. */
  given?: Target | undefined
  onClose: () => void
}

/** Verbs that ask more than a target and a reason. */
export const ownSheets: Partial<Record<TicketVerb, ComponentType<SheetProps>>> = {
  'ticket.recordCall': lazy(() => import('../../calls/RecordCall.tsx').then(it => ({ default: it.RecordCall }))),
  'ticket.solve': lazy(() => import('./Solve.tsx').then(it => ({ default: it.Solve }))),
  'ticket.alert': lazy(() => import('./Alert.tsx').then(it => ({ default: it.Alert }))),
  'ticket.requestExtension': lazy(() =>
    import('../extension/RequestExtension.tsx').then(it => ({ default: it.RequestExtension })),
  ),
  'ticket.grantExtension': lazy(() =>
    import('../extension/GrantExtension.tsx').then(it => ({ default: it.GrantExtension })),
  ),
  'ticket.declineExtension': lazy(() =>
    import('../extension/DeclineExtension.tsx').then(it => ({ default: it.DeclineExtension })),
  ),
}
