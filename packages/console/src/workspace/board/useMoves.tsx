import type { TicketRecord } from '@baton/contract'
import { useSay } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState, useTransition } from 'react'
import { KeysHeld } from '../../frame/keys.tsx'
import { useHeard } from '../../live/Live.tsx'
import { useMe } from '../../session/me.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { usePerform } from '../../tickets/perform.ts'
import { ownSheets } from '../../tickets/sheets/own.ts'
import { useWords } from '../../words/Speaking.tsx'
import { type Group, keyOfGroup } from '../groups/group.ts'
import { useGroupName } from '../groups/useGroups.ts'
import { useViewFieldNames } from '../useViewFieldNames.ts'
import { useViewWords } from '../words/index.ts'
import { shift } from './shift.ts'
import { type Way, wayTo } from './way.ts'

const VerbSheet = lazy(() => import('../../tickets/sheets/VerbSheet.tsx').then(it => ({ default: it.VerbSheet })))

/** What hangs on the hand. */
export interface Dragged {
  ticket: TicketRecord
  from: Group
}

export type Move = (ticket: TicketRecord, from: Group, to: Group) => void

/**
 * Brings tickets from one group into another by the verb that does so. What asks nothing shows at once, and goes back with
 * the reason when it is refused; what asks something opens its sheet; what no verb does is told.
 */
export function useMoves(view: string, by: string): { move: Move; sheet: ReactNode } {
  const { t } = useViewWords()
  const queries = useQueryClient()
  const heard = useHeard()
  const me = useMe()
  const perform = usePerform()
  const say = useSay()
  const problemText = useProblemText()
  const nameOf = useGroupName()
  const whyNot = useWhyNot(by)
  const [asking, ask] = useState<Extract<Way, { sheet: unknown }> & { ticket: TicketRecord }>()
  const [coming, start] = useTransition()

  const move: Move = (ticket, from, to) => {
    if (keyOfGroup(from) === keyOfGroup(to)) return
    const way = wayTo(by, to.value, ticket, { id: me.agent.id, isFrozen: me.isFrozen })
    const named = { number: ticket.number, name: nameOf(to) }
    if ('why' in way) return say({ title: t('board.no', named), detail: whyNot(way), tone: 'wrong' })
    if ('sheet' in way) return start(() => ask({ ...way, ticket }))
    shift(queries, { view, by }, ticket, from, to)
    void perform(way.verb, way.input as never).then(
      () => say({ title: t('board.moved', named) }),
      (error: unknown) => {
        say({ title: t('board.no', named), detail: problemText(error), tone: 'wrong' })
        shift(queries, { view, by }, ticket, to, from)
        heard([{ kind: 'ticket', id: ticket.id, version: ticket.version }])
      },
    ) // both are told
  }
  const Sheet = (asking && ownSheets[asking.sheet]) ?? VerbSheet
  return {
    move,
    sheet: (
      <>
        {coming && <KeysHeld />}
        <Suspense>
          {asking && (
            <Sheet
              ticket={asking.ticket}
              verb={asking.sheet}
              target={undefined}
              given={asking.given}
              onClose={() => ask(undefined)}
            />
          )}
        </Suspense>
      </>
    ),
  }
}

function useWhyNot(by: string): (way: Extract<Way, { why: unknown }>) => string {
  const { t } = useViewWords()
  const { t: shared } = useWords()
  const fieldName = useViewFieldNames()
  return ({ why, verbs }) => {
    const words = verbs.map(verb => shared(`verb.${verb as 'ticket.claim'}`))
    return t(`board.why.${why}`, { field: fieldName(by), verbs: words.join(t('sentence.comma')) })
  }
}
