import type { TicketRecord } from '@baton/contract'
import { lazy, type ReactNode, Suspense, useState, useTransition } from 'react'
import { KeysHeld, useKeys } from '../../frame/keys.tsx'

const RunMacro = lazy(() => import('./RunMacro.tsx').then(it => ({ default: it.RunMacro })))

/** No letter is free: every one of them is a verb's or a place's. */
export const macroKey = '.'

export interface Macros {
  /** Offers the macros that fit the ticket, one of them chosen already. */
  open: (macroId?: string) => void
  sheet: ReactNode
}

/** The way to the macros of a ticket. */
export function useMacros(ticket: TicketRecord): Macros {
  const [asked, ask] = useState<{ macroId: string | undefined }>()
  const [coming, start] = useTransition()
  const open = (macroId?: string) => start(() => ask({ macroId }))
  useKeys({ [macroKey]: () => open() })
  return {
    open,
    sheet: (
      <>
        {coming && <KeysHeld />}
        <Suspense>
          {asked && <RunMacro ticket={ticket} first={asked.macroId} onClose={() => ask(undefined)} />}
        </Suspense>
      </>
    ),
  }
}
