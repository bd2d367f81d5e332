import type { Records } from '@baton/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useConnection } from '../../live/Live.tsx'
import type { Page } from '../../session/api.ts'
import { call } from '../../session/api.ts'
import { reading, useAsk } from '../../session/ask.ts'
import { isProblem } from '../../session/problem.ts'

export type Kind = 'reply' | 'note' | 'progress'
type DraftRecord = Records['draft']

const all = { limit: 200 }
const pause = 800
/** Before unsaved words are tried again. Milliseconds. */
const patience = 3000

/** My tickets with unsent words. */
export function useDraftedTickets(): ReadonlySet<string> {
  const { data } = useAsk('draft.list', all, { fresh: 60_000 })
  return useMemo(() => new Set(data?.items.filter(draft => draft.body).map(draft => draft.ticketId)), [data])
}

export type DraftState = 'none' | 'saving' | 'saved' | 'failed'

/** Unsent words, kept on the server while one writes; they come back on any browser. */
export function useDraft(ticketId: string, kind: Kind) {
  const queries = useQueryClient()
  const { data } = useAsk('draft.list', all, { fresh: 60_000 })
  const kept = data?.items.find(draft => draft.ticketId === ticketId && draft.kind === kind)?.body ?? ''
  const [written, setWritten] = useState<string>()
  const [state, setState] = useState<DraftState>('none')
  const here = useRef(true)
  const newest = useRef('')
  const waiting = useRef<{ body: string; timer: ReturnType<typeof setTimeout> }>(undefined)

  const save = useCallback(
    async (body: string) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = undefined
      newest.current = body
      const { queryKey } = reading('draft.list', all)
      const place = () =>
        queries.setQueryData<Page<DraftRecord>>(queryKey, page => page && withDraft(page, ticketId, kind, body))
      place()
      try {
        await call('draft.save', { ticketId, kind, body })
        // A list that was asked for meanwhile, as after a gap, may be from before these words.
        if (newest.current === body) place()
        if (queries.isFetching({ queryKey }) > 0) void queries.invalidateQueries({ queryKey }) // the query tells its own failure
        setState(body ? 'saved' : 'none')
      } catch (error) {
        setState('failed')
        // A server that was away comes back; what was written meanwhile may be lost with this page until then.
        if (isPassing(error) && here.current)
          waiting.current ??= { body, timer: setTimeout(() => void save(body), patience) } // as above
      }
    },
    [queries, ticketId, kind],
  )
  const write = (body: string) => {
    setWritten(body)
    setState('saving')
    clearTimeout(waiting.current?.timer)
    waiting.current = { body, timer: setTimeout(() => void save(body), pause) } // shows its own failure
  }
  const drop = () => {
    setWritten('')
    if (kept || waiting.current) void save('') // shows its own failure
    setState('none')
  }
  // What could not be kept while nobody was there to keep it is kept now.
  const connected = useConnection()
  useEffect(() => {
    if (connected && state === 'failed' && written !== undefined) void save(written) // shows its own failure
  }, [connected, state, written, save])
  // Whoever leaves in the middle of a word loses nothing.
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      if (waiting.current) void save(waiting.current.body) // whoever comes back finds the words in the cache
    }
  }, [save])

  return { text: written ?? kept, write, drop, state: written === undefined && kept ? ('saved' as const) : state }
}

const isPassing = (error: unknown): boolean => isProblem(error) && (error.status === 0 || error.status >= 500)

function withDraft(page: Page<DraftRecord>, ticketId: string, kind: Kind, body: string): Page<DraftRecord> {
  const others = page.items.filter(draft => draft.ticketId !== ticketId || draft.kind !== kind)
  const own: DraftRecord = { id: `${ticketId}:${kind}`, ticketId, kind, body, updatedAt: new Date().toISOString() }
  return { ...page, items: body ? [own, ...others] : others }
}
