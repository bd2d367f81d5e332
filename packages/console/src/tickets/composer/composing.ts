import type { TicketRecord } from '@baton/contract'
import { useCallback, useMemo, useRef, useState } from 'react'
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
  const hold = useCallback((message: PendingMessage) => setPending(list => [...list, message]), [])
  const release = useCallback((key: string) => setPending(list => list.filter(message => message.key !== key)), [])
  return { kind, setKind, begin, field, pending, hold, release, kinds: allowed }
}
