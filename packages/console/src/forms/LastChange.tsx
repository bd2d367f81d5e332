import type { ReactNode } from 'react'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { useTimes } from '../words/times.ts'
import { useFormWords } from './words/index.ts'

/** Who changed this last, and when; nothing where one may not see the audit. */
export function LastChange({ subjectId, type }: { subjectId: string; type?: string }): ReactNode {
  const { t } = useFormWords()
  const me = useMe()
  const times = useTimes()
  const { data } = useAsk(
    'audit.list',
    { subjectId, limit: 1, ...(type && { type }) },
    { enabled: me.may('audit.list') },
  )
  const last = data?.items[0]
  if (!last) return null
  const words = { name: last.actor.name || 'Baton', time: times.moment(last.at) }
  return (
    <span title={`${last.text} · ${times.full(last.at)}`}>
      {last.type.endsWith('.created') ? t('lastMade', words) : t('lastChange', words)}
    </span>
  )
}
