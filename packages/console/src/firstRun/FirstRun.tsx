import { type ReactNode, useState } from 'react'
import { Door } from '../session/Door.tsx'
import { FirstRunForm } from './FirstRunForm.tsx'
import { NextSteps } from './NextSteps.tsx'
import { useWords } from './words/index.ts'

/** The very first page of a desk: the code from the terminal makes whoever has it the administrator. */
export function FirstRun(): ReactNode {
  const { t } = useWords()
  const [name, setName] = useState<string>()
  if (name !== undefined)
    return (
      <Door title={t('welcome', { name })} under={t('welcomeUnder')}>
        <NextSteps />
      </Door>
    )
  return (
    <Door title={t('title')} under={t('under')}>
      <FirstRunForm onDone={setName} />
    </Door>
  )
}
