import { Empty } from '@baton/ui'
import type { ReactNode } from 'react'
import { Sheet } from './Sheet.tsx'
import { useFormWords } from './words/index.ts'

/** The sheet of something that is not there: archived meanwhile, or not to be seen. */
export function Gone({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useFormWords()
  return (
    <Sheet title={t('gone')} onClose={onClose}>
      <Empty icon="search" title={t('gone')} hint={t('goneHint')} />
    </Sheet>
  )
}
