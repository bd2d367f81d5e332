import type { TicketRecord } from '@baton/contract'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Page } from '../../session/api.ts'
import { useMe } from '../../session/me.ts'
import { isProblem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { usePerform } from '../perform.ts'
import { timelineOf } from '../prefetch.ts'
import { useTell } from '../tell.ts'
import { newestSeq, useTimeline } from '../timeline/useTimeline.ts'
import { newsOf } from '../together/news.ts'
import type { Composing } from './composing.ts'
import type { Kind, useDraft } from './draft.ts'
import type { Then } from './SendButtons.tsx'
import type { useUploads } from './upload.ts'

interface Words {
  ticket: TicketRecord
  composing: Composing
  kind: Kind
  draft: ReturnType<typeof useDraft>
  files: ReturnType<typeof useUploads>
  mentionIds: string[]
}

/**
 * Sends what is written. It stands in the conversation at once and the field is free again; when it is refused, the
 * words come back with the reason. A customer who wrote meanwhile stops a reply, and so does a colleague who solved or
 * took the ticket meanwhile: what happened comes into view, and who presses again means it.
 */
export function useSend({ ticket, composing, kind, draft, files, mentionIds }: Words) {
  const queries = useQueryClient()
  const perform = usePerform()
  const tell = useTell()
  const problemText = useProblemText()
  const [problem, setProblem] = useState<string>()
  const { t } = useWords()
  const [stale, setStale] = useState<string>()
  const met = useMet(ticket, draft.text)
  const timeline = timelineOf(ticket.id)

  const seen = () => {
    const data = queries.getQueryData<InfiniteData<Page<Parameters<typeof newestSeq>[0][number]>>>(timeline.queryKey)
    return newestSeq(data?.pages.flatMap(page => page.items) ?? [])
  }
  const say = (body: string, then: Then) => {
    const words = { ticketId: ticket.id, body, attachmentIds: files.ids }
    if (kind === 'note') return perform('ticket.note', { ...words, mentionIds })
    if (kind === 'progress') return perform('ticket.progress', words)
    return perform('ticket.reply', { ...words, ...met.seen(), seenSeq: seen(), thenStatus: then })
  }
  const send = async (then: Then) => {
    const body = draft.text.trim()
    const key = crypto.randomUUID()
    setProblem(undefined)
    setStale(undefined)
    composing.hold({ key, kind, body })
    draft.drop()
    try {
      const record = await say(body, then)
      files.clear()
      await queries.refetchQueries({ queryKey: timeline.queryKey })
      if (then === 'solved') tell('ticket.solve', record)
    } catch (error) {
      draft.write(body)
      if (isProblem(error, 'ticket.stale') || isProblem(error, 'ticket.moved')) {
        const why = problemText(error)
        setStale(isProblem(error, 'ticket.stale') ? t('composer.stale') : t('together.moved', { why }))
        await queries.refetchQueries({ queryKey: timeline.queryKey })
        await queries.refetchQueries({ queryKey: ['ticket.get', { id: ticket.id }] })
        met.forget()
      } else setProblem(problemText(error))
    } finally {
      composing.release(key)
      composing.field.current?.focus()
    }
  }
  return { send: (then: Then) => void send(then), problem, stale } // shows its own problem
}

/** How the ticket stood when one began to write; what one has changed of it oneself since then is known to its writer. */
function useMet(ticket: TicketRecord, text: string) {
  const me = useMe().agent.id
  const { items } = useTimeline(ticket.id)
  const begun = useRef<{ status: TicketRecord['status']; assigneeId: string | null; seq: number }>(undefined)
  const { status, assigneeId } = ticket
  const now = { status, assigneeId, seq: items.at(-1)?.seq ?? 0 }
  if (!text) begun.current = undefined
  else begun.current ??= now
  return {
    seen() {
      const then = begun.current && newsOf(items, begun.current.seq, me) ? begun.current : now
      return { seenStatus: then.status, seenAssigneeId: then.assigneeId }
    },
    forget() {
      begun.current = undefined
    },
  }
}
