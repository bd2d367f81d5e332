import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState, useTransition } from 'react'
import { KeysHeld } from '../../frame/keys.tsx'
import type { Listed } from '../list.ts'
import type { ViewRecord } from '../views.ts'

/** What the builder begins with: nothing, a view to change, or one that another is made from. */
export interface Beginning {
  edits?: ViewRecord
  like?: ViewRecord | undefined
  /** In which order it is being looked at. */
  order?: Listed['order']
  /** What one came for. */
  part?: 'audience'
}

const Beginnings = createContext<(beginning: Beginning) => void>(() => undefined)

/** Opens the sheet in which views are made and changed. */
export const useBuilder = (): ((beginning: Beginning) => void) => useContext(Beginnings)

const ViewBuilder = lazy(() => import('./ViewBuilder.tsx').then(it => ({ default: it.ViewBuilder })))

/** Where the builder stands, over the workspace, once it is wanted. */
export function BuilderHost({ children }: { children: ReactNode }): ReactNode {
  const [begun, set] = useState<Beginning>()
  const [coming, start] = useTransition()
  const begin = useCallback((beginning: Beginning) => start(() => set(beginning)), [])
  return (
    <Beginnings value={begin}>
      {children}
      {coming && <KeysHeld />}
      <Suspense>{begun && <ViewBuilder {...begun} onClose={() => set(undefined)} />}</Suspense>
    </Beginnings>
  )
}
