import { useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { Deed } from '../forms/Deed.tsx'
import { Part } from '../forms/Part.tsx'
import { ArchivePart } from '../settings/ArchivePart.tsx'
import { useMacroWords } from './words/index.ts'

interface Props {
  name: string
  /** What archiving means. */
  effect: string
  archive: false | (() => Promise<unknown>)
  restore: false | (() => Promise<unknown>)
  onClose: () => void
}

/** Takes it out of use, or back into it. */
export function EndPart({ name, effect, archive, restore, onClose }: Props): ReactNode {
  const { t } = useMacroWords()
  const say = useSay()
  if (archive)
    return (
      <ArchivePart
        title={t('end')}
        name={name}
        effect={effect}
        sure={t('archiveSure', { name })}
        run={archive}
        onClose={onClose}
      />
    )
  if (!restore) return null
  return (
    <Part title={t('end')}>
      <Deed
        word={t('restore')}
        effect={t('restoreEffect')}
        run={async () => {
          await restore()
          onClose()
          say({ title: t('restored', { name }) })
        }}
      />
    </Part>
  )
}
