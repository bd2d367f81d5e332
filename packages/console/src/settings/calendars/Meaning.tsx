import type { ReactNode } from 'react'
import type { Draft } from './draft.ts'
import { Reckon } from './reckon/Reckon.tsx'
import { Year } from './year/Year.tsx'

/** What a calendar means while it is written: a due time to try, and the picture of its year. */
export function Meaning({ draft }: { draft: Draft }): ReactNode {
  return (
    <>
      <Reckon draft={draft} />
      <Year draft={draft} />
    </>
  )
}
