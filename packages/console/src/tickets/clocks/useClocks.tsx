import type { TicketRecord } from '@baton/contract'
import { lazy, type ReactNode, Suspense, useState, useTransition } from 'react'
import { KeysHeld, useKeys } from '../../frame/keys.tsx'
import type { Verbs } from '../useVerbs.tsx'

const ClocksSheet = lazy(() => import('./ClocksSheet.tsx').then(it => ({ default: it.ClocksSheet })))

interface Clocks {
  open: () => void
  sheet: ReactNode
}

/** The way to the promises on a ticket: by its key, or from the head. */
export function useClocks(ticket: TicketRecord, verbs: Verbs): Clocks {
  const [shown, show] = useState(false)
  const [coming, start] = useTransition()
  const open = () => start(() => show(true))
  useKeys({ q: open })
  return {
    open,
    sheet: (
      <>
        {coming && <KeysHeld />}
        <Suspense>{shown && <ClocksSheet ticket={ticket} verbs={verbs} onClose={() => show(false)} />}</Suspense>
      </>
    ),
  }
}
