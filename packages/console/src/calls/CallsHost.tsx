import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef } from 'react'
import { useKeys } from '../frame/keys.tsx'
import { useOverlays } from '../frame/overlays.tsx'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { type Beginning, type CallDraft, type CallRecord, useDrafts } from './draft.ts'
import { RingCard } from './RingCard.tsx'

const fetchSheet = () => import('./Registration.tsx')
const Registration = lazy(() => fetchSheet().then(it => ({ default: it.Registration })))

interface Calls {
  /** Own calls that ring or go on, as the server knows them. */
  going: readonly CallRecord[]
  /** Registrations that are begun and not finished. */
  drafts: readonly CallDraft[]
  begin: (beginning?: Beginning) => void
  show: (key: string) => void
}

const nobody: readonly CallRecord[] = []
const Hosting = createContext<Calls>({ going: nobody, drafts: [], begin: () => undefined, show: () => undefined })

/** One's own calls, and the way to register one; the same on every page. */
export const useCalls = (): Calls => useContext(Hosting)

/** When the page has settled, the sheet is fetched: a call does not wait. Milliseconds. */
const ahead = 2000

export function CallsHost({ children }: { children: ReactNode }): ReactNode {
  const { agent, may } = useMe()
  const phones = may('call.start') && may('ticket.open')
  const { data } = useAsk(
    'call.list',
    { agentId: agent.id, states: ['ringing', 'talking'], limit: 10 },
    { enabled: phones && may('call.list') },
  )
  const going = data?.items ?? nobody
  const drafts = useDrafts(agent.id)
  const begin = drafts.begin
  useKeys({ d: () => begin({}) }, { when: phones })
  usePop(going, drafts.open !== null, begin)
  useEffect(() => {
    if (!phones) return
    const timer = setTimeout(() => void fetchSheet().catch(() => undefined), ahead) // opening tries again
    return () => clearTimeout(timer)
  }, [phones])
  const calls = useMemo<Calls>(
    () => ({ going, drafts: drafts.drafts, begin: (beginning = {}) => begin(beginning), show: drafts.show }),
    [going, drafts.drafts, begin, drafts.show],
  )
  const open = drafts.drafts.find(({ key }) => key === drafts.open)
  const ringing = going.filter(({ id, state }) => state === 'ringing' && open?.callId !== id)
  return (
    <Hosting value={calls}>
      {children}
      {phones && <RingCard calls={ringing} take={call => begin({ call })} />}
      <Suspense>
        {open && (
          <Registration
            key={open.key}
            draft={open}
            live={going.find(({ id }) => id === open.callId)}
            change={patch => drafts.change(open.key, patch)}
            hide={() => drafts.show(null)}
            drop={() => drafts.drop(open.key)}
            next={() => {
              drafts.drop(open.key)
              begin({})
            }}
          />
        )}
      </Suspense>
    </Hosting>
  )
}

/**
 * The screen pop: what begins to ring opens its sheet by itself where nobody is in the middle of something;
 * whoever writes or has a sheet open sees a card, and is not typed over.
 */
function usePop(going: readonly CallRecord[], busy: boolean, begin: (beginning: Beginning) => void): void {
  const overlays = useOverlays()
  const met = useRef(new Set<string>())
  useEffect(() => {
    for (const call of going) {
      if (call.source !== 'device' || met.current.has(call.id)) continue
      met.current.add(call.id)
      const isFree = !busy && !overlays.shown && document.visibilityState === 'visible' && !isWriting()
      if (call.state === 'ringing' && isFree) begin({ call })
    }
  }, [going, busy, overlays.shown, begin])
}

function isWriting(): boolean {
  const at = document.activeElement
  if (document.querySelector('[role="dialog"]')) return true
  return at instanceof HTMLElement && (['INPUT', 'TEXTAREA'].includes(at.tagName) || at.isContentEditable)
}
