import { Skeleton, Wrong } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { useProblemText } from '../session/problem-text.ts'

interface Props<T> {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown }
  /** How many rows are probably coming. */
  rows?: number
  children: (data: T) => ReactNode
}

/** What was asked for: grey bars while it comes, the problem with a way to try again, or it. */
export function Asked<T>({ query, rows = 5, children }: Props<T>): ReactNode {
  const { t } = useFormWords()
  const problemText = useProblemText()
  const { data, error, refetch } = query
  if (data !== undefined) return children(data)
  if (error) return <Wrong action={{ label: t('again'), run: () => void refetch() }}>{problemText(error)}</Wrong>
  return (
    <div style={{ padding: '16px 8px' }} aria-busy>
      <Skeleton gap={28} lines={Array.from({ length: rows }, (_, at) => `${[62, 48, 71, 55, 66][at % 5]}%`)} />
    </div>
  )
}
