import type { TicketRecord } from '@baton/contract'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Spoken } from '../verbs.ts'
import type { Kind } from './draft.ts'

export interface PendingMessage {
  key: string
  kind: Kind
  body: string
}

/** What is being written and what is on its way, between the composer and the conversation. */
export interface Composing {
  kind: Kind
  setKind: (kind: Kind) => void
  /** Goes to the composer with this kind of words. */
  begin: (verb: Spoken) => void
  /** The composer's field, so that it can be gone to. */
  field: { current: HTMLTextAreaElement | null }
  pending: readonly PendingMessage[]
  hold: (message: PendingMessage) => void
  release: (key: string) => void
  /** What is being written at this moment, if anything; `wrote` says that a key was pressed. */
  writing: Kind | undefined
  wrote: () => void
  /** What may be written now, in the order of the tabs. */
  kinds: readonly Kind[]
}

const kinds: readonly Kind[] = ['reply', 'note', 'progress']

export function useComposing(ticket: TicketRecord): Composing {
  const [chosen, setKind] = useState<Kind>('reply')
  const [pending, setPending] = useState<PendingMessage[]>([])
  const field = useRef<HTMLTextAreaElement>(null)
  const allowed = useMemo(() => kinds.filter(kind => ticket.allowed.includes(`ticket.${kind}`)), [ticket.allowed])
  const kind = allowed.includes(chosen) ? chosen : (allowed[0] ?? 'note')
  const begin = useCallback((verb: Spoken) => {
    // At once: the next key is a letter of the message already, not a shortcut.
    flushSync(() => setKind(verb.slice('ticket.'.length) as Kind))
    field.current?.focus()
  }, [])
  const release = useCallback((key: string) => setPending(list => list.filter(message => message.key !== key)), [])
  const { writing, wrote, rest } = useWriting(kind)
  const hold = useCallback(
    (message: PendingMessage) => {
      rest()
      setPending(list => [...list, message])
    },
    [rest],
  )
  return { kind, setKind, begin, field, pending, hold, release, writing, wrote, kinds: allowed }
}

/** Who has pressed no key for so long is thinking, or has gone. Milliseconds. */
const pause = 6000

function useWriting(kind: Kind) {
  const [writing, setWriting] = useState<Kind>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const rest = useCallback(() => {
    clearTimeout(timer.current)
    setWriting(undefined)
  }, [])
  const wrote = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(rest, pause)
    setWriting(kind)
  }, [kind, rest])
  useEffect(() => () => clearTimeout(timer.current), [])
  return { writing, wrote, rest }
}
