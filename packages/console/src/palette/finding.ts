import type { ReactNode } from 'react'

export interface Finding {
  key: string
  group: 'verb' | 'ticket' | 'customer' | 'view' | 'page'
  label: string
  under?: string | undefined
  face: ReactNode
  keys?: string | undefined
  run: () => void
}
