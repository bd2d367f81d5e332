import type { TicketRecord } from '@baton/contract'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Page } from '../../session/api.ts'
import { isProblem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { usePerform } from '../perform.ts'
import { timelineOf } from '../prefetch.ts'
import { useTell } from '../tell.ts'
import { newestSeq } from '../timeline/useTimeline.ts'
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
 * words come back with the reason. A customer who wrote meanwhile stops a reply: the new message comes into view.
 */
export function useSend({ ticket, composing, kind, draft, files, mentionIds }: Words) {
  const queries = useQueryClient()
  const perform = usePerform()
  const tell = useTell()
  const problemText = useProblemText()
  const [problem, setProblem] = useState<string>()
  const [stale, setStale] = useState(false)
  const timeline = timelineOf(ticket.id)

  const seen = () => {
    const data = queries.getQueryData<InfiniteData<Page<Parameters<typeof newestSeq>[0][number]>>>(timeline.queryKey)
    return newestSeq(data?.pages.flatMap(page => page.items) ?? [])
  }
  const say = (body: string, then: Then) => {
    const words = { ticketId: ticket.id, body, attachmentIds: files.ids }
    if (kind === 'note') return perform('ticket.note', { ...words, mentionIds })
    if (kind === 'progress') return perform('ticket.progress', words)
    return perform('ticket.reply', { ...words, seenSeq: seen(), thenStatus: then })
  }
  const send = async (then: Then) => {
    const body = draft.text.trim()
    const key = crypto.randomUUID()
    setProblem(undefined)
    setStale(false)
    composing.hold({ key, kind, body })
    draft.drop()
    try {
      const record = await say(body, then)
      files.clear()
      await queries.refetchQueries({ queryKey: timeline.queryKey })
      if (then === 'solved') tell('ticket.solve', record)
    } catch (error) {
      draft.write(body)
      if (isProblem(error, 'ticket.stale')) {
        setStale(true)
        await queries.refetchQueries({ queryKey: timeline.queryKey })
      } else setProblem(problemText(error))
    } finally {
      composing.release(key)
      composing.field.current?.focus()
    }
  }
  return { send: (then: Then) => void send(then), problem, stale } // shows its own problem
}
