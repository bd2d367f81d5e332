import { Skeleton, Wrong } from '@baton/ui'
import type { ReactNode } from 'react'
import { isProblem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { Gone } from './Gone.tsx'
import { Sheet } from './Sheet.tsx'
import { useFormWords } from './words/index.ts'

interface Props<T> {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown; isPending: boolean }
  onClose: () => void
  children: (record: T) => ReactNode
}

/** A sheet about something that may still be coming, or be gone. */
export function RecordSheet<T>({ query, onClose, children }: Props<T>): ReactNode {
  const { t } = useFormWords()
  const problemText = useProblemText()
  const { data, error, refetch, isPending } = query
  if (data !== undefined) return children(data)
  const gone = !isPending && (!error || (isProblem(error) && error.status >= 400 && error.status < 500))
  if (gone) return <Gone onClose={onClose} />
  return (
    <Sheet title="" onClose={onClose}>
      {error ? (
        <Wrong action={{ label: t('again'), run: () => void refetch() }}>{problemText(error)}</Wrong>
      ) : (
        <Skeleton lines={['40%', '100%', '30%', '100%', '50%', '100%']} gap={16} />
      )}
    </Sheet>
  )
}
