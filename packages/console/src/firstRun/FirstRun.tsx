import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Door } from '../session/Door.tsx'
import { meKey } from '../session/me.ts'
import { FirstRunForm } from './FirstRunForm.tsx'
import { useWords } from './words/index.ts'

/** The very first page of a desk: the code from the terminal makes whoever has it the administrator, who then sets it up. */
export function FirstRun(): ReactNode {
  const { t } = useWords()
  const queries = useQueryClient()
  const begin = () => {
    history.replaceState(null, '', '/setup/departments')
    return queries.invalidateQueries({ queryKey: meKey }) // the gate tells its own failure
  }
  return (
    <Door title={t('title')} under={t('under')}>
      <FirstRunForm onDone={begin} />
    </Door>
  )
}
