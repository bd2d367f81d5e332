import type { ReactNode } from 'react'

export interface Finding {
  key: string
  group: 'verb' | 'ticket' | 'customer' | 'view' | 'page'
  label: string
  /** The label as it is drawn, where more is to be seen than the words. */
  shown?: ReactNode
  under?: ReactNode
  face: ReactNode
  keys?: string | undefined
  /** Found for what was typed before: it may be pressed, but Enter means what is typed now. */
  stale?: boolean
  run: () => void
}
