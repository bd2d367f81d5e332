import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { call } from './api.ts'
import { Door } from './Door.tsx'
import { meKey, type Session } from './me.ts'
import { PasswordFields } from './PasswordFields.tsx'

/** The initial password is known to whoever gave it, so it is changed before anything else. */
export function FirstPassword({ session }: { session: Session }): ReactNode {
  const { t } = useWords()
  const queries = useQueryClient()
  const leave = () => queries.setQueryData(meKey, null)
  return (
    <Door title={t('password.first')} under={t('password.firstWhy', { name: session.agent?.name ?? '' })}>
      <PasswordFields big onDone={() => void queries.invalidateQueries({ queryKey: meKey })} />
      <button
        type="button"
        style={{ marginTop: 16, color: 'var(--ink-2)' }}
        onClick={() => void call('session.close', {}).then(leave, leave)}
      >
        {t('frame.signOut')}
      </button>
    </Door>
  )
}
