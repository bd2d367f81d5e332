import { useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { Deed } from '../forms/Deed.tsx'
import { Part } from '../forms/Part.tsx'
import { useWords } from './words/index.ts'

interface Props {
  title: string
  name: string
  effect: string
  sure: string
  run: () => Promise<unknown>
  onClose: () => void
}

/** The last part of a sheet: takes what it shows out of use. */
export function ArchivePart({ title, name, effect, sure, run, onClose }: Props): ReactNode {
  const { t } = useWords()
  const say = useSay()
  return (
    <Part title={title}>
      <Deed
        word={t('archive')}
        danger
        effect={effect}
        sure={sure}
        run={async () => {
          await run()
          onClose()
          say({ title: t('didArchive', { name }) })
        }}
      />
    </Part>
  )
}
