import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useState,
  useTransition,
} from 'react'
import { KeysHeld } from './keys.tsx'

type Overlay = 'palette' | 'newTicket' | 'keys'

interface Overlays {
  open: (overlay: Overlay, about?: About) => void
  close: () => void
  shown: Overlay | undefined
}

/** What an overlay begins with. */
interface About {
  customerId?: string
}

const Showing = createContext<Overlays>({ open: () => undefined, close: () => undefined, shown: undefined })

/** Opens what lies over every page: the command palette, the new ticket, the list of keys. One at a time. */
export const useOverlays = (): Overlays => useContext(Showing)

const fetchPalette = () => import('../palette/Palette.tsx')
const fetchNewTicket = () => import('../tickets/new/NewTicket.tsx')
const Palette = lazy(() => fetchPalette().then(it => ({ default: it.Palette })))
const NewTicket = lazy(() => fetchNewTicket().then(it => ({ default: it.NewTicket })))
const KeySheet = lazy(() => import('./KeySheet.tsx').then(it => ({ default: it.KeySheet })))

/** When the first page is there and has settled, what is opened all day is fetched. Milliseconds. */
const ahead = 1500

export function OverlayHost({ children }: { children: ReactNode }): ReactNode {
  const [state, set] = useState<{ overlay: Overlay; about: About }>()
  const [coming, start] = useTransition()
  const overlays = useMemo<Overlays>(
    () => ({
      // As a transition: what had to be fetched comes as soon as it is there, not after React's pause for placeholders.
      open: (overlay, about = {}) => start(() => set({ overlay, about })),
      close: () => set(undefined),
      shown: state?.overlay,
    }),
    [state?.overlay],
  )
  useEffect(() => {
    const fetch = () => void Promise.all([fetchPalette(), fetchNewTicket()]).catch(() => undefined) // opening tries again
    const timer = setTimeout(fetch, ahead)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Showing value={overlays}>
      {children}
      {coming && <KeysHeld />}
      <Suspense>
        {state?.overlay === 'palette' && <Palette onClose={overlays.close} />}
        {state?.overlay === 'newTicket' && <NewTicket onClose={overlays.close} {...state.about} />}
        {state?.overlay === 'keys' && <KeySheet onClose={overlays.close} />}
      </Suspense>
    </Showing>
  )
}
