import type { SlaTarget, TicketRecord } from '@baton/contract'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState, useTransition } from 'react'
import { KeysHeld, useKeys } from '../frame/keys.tsx'
import { useMe } from '../session/me.ts'
import { useProblemText } from '../session/problem-text.ts'
import { usePerform } from './perform.ts'
import { sheetOf } from './sheets/asks.ts'
import { ownSheets } from './sheets/own.ts'
import { useTell } from './tell.ts'
import { isSpoken, keyAmong, nextVerb, type Spoken, type TicketVerb, verbOrder } from './verbs.ts'

const VerbSheet = lazy(() => import('./sheets/VerbSheet.tsx').then(it => ({ default: it.VerbSheet })))

/** The verbs that may be done, and the way each is begun. */
export interface Verbs {
  next: TicketVerb | undefined
  /** In the fixed order; what is not allowed is absent. */
  allowed: readonly TicketVerb[]
  /** With one of several promises, where it was begun there. */
  begin: (verb: TicketVerb, target?: SlaTarget) => void
  busy: TicketVerb | undefined
  /** Why the last one was refused. */
  problem: string | undefined
  forgive: () => void
  sheet: ReactNode
}

export function useVerbs(ticket: TicketRecord, speak: (verb: Spoken) => void): Verbs {
  const me = useMe()
  const perform = usePerform()
  const tell = useTell()
  const problemText = useProblemText()
  const [busy, setBusy] = useState<TicketVerb>()
  const [problem, setProblem] = useState<string>()
  const [asking, ask] = useState<{ verb: TicketVerb; target: SlaTarget | undefined }>()
  const [coming, start] = useTransition()

  const doNow = async (verb: TicketVerb) => {
    setBusy(verb)
    try {
      tell(verb, await perform(verb, { ticketId: ticket.id } as never))
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setBusy(undefined)
    }
  }
  const begin = (verb: TicketVerb, target?: SlaTarget) => {
    setProblem(undefined)
    if (isSpoken(verb)) speak(verb)
    else if (sheetOf(verb, ticket)) start(() => ask({ verb, target }))
    else void doNow(verb) // shows its own problem
  }
  const allowed = verbOrder.filter(verb => ticket.allowed.includes(verb))
  useKeys(
    Object.fromEntries(
      allowed.flatMap(verb => {
        const key = keyAmong(verb, allowed)
        return key ? [[key, () => begin(verb)]] : []
      }),
    ),
  )
  useBegun(begin)
  const Sheet = (asking && ownSheets[asking.verb]) ?? VerbSheet
  return {
    next: nextVerb(ticket, me.agent.id),
    allowed,
    begin,
    busy,
    problem,
    forgive: () => setProblem(undefined),
    sheet: (
      <>
        {coming && <KeysHeld />}
        <Suspense>{asking && <Sheet ticket={ticket} {...asking} onClose={() => ask(undefined)} />}</Suspense>
      </>
    ),
  }
}

/** The command palette asks for a verb by name. */
function useBegun(begin: (verb: TicketVerb) => void): void {
  const latest = useRef(begin)
  latest.current = begin
  useEffect(() => {
    const hear = (event: Event) => latest.current((event as CustomEvent<TicketVerb>).detail)
    document.addEventListener('baton:verb', hear)
    return () => document.removeEventListener('baton:verb', hear)
  }, [])
}
