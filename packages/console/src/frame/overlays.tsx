import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react'

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

const Palette = lazy(() => import('../palette/Palette.tsx').then(it => ({ default: it.Palette })))
const NewTicket = lazy(() => import('../tickets/new/NewTicket.tsx').then(it => ({ default: it.NewTicket })))
const KeySheet = lazy(() => import('./KeySheet.tsx').then(it => ({ default: it.KeySheet })))

export function OverlayHost({ children }: { children: ReactNode }): ReactNode {
  const [state, set] = useState<{ overlay: Overlay; about: About }>()
  const overlays = useMemo<Overlays>(
    () => ({
      open: (overlay, about = {}) => set({ overlay, about }),
      close: () => set(undefined),
      shown: state?.overlay,
    }),
    [state?.overlay],
  )
  return (
    <Showing value={overlays}>
      {children}
      <Suspense>
        {state?.overlay === 'palette' && <Palette onClose={overlays.close} />}
        {state?.overlay === 'newTicket' && <NewTicket onClose={overlays.close} {...state.about} />}
        {state?.overlay === 'keys' && <KeySheet onClose={overlays.close} />}
      </Suspense>
    </Showing>
  )
}
