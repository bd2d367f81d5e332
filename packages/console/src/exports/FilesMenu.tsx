import { IconButton } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useMe } from '../session/me.ts'
import type { Exported } from './exported.ts'
import { useExportWords } from './words/index.ts'

const ExportSheet = lazy(() => import('./ExportSheet.tsx').then(it => ({ default: it.ExportSheet })))

interface Props {
  /** Which tickets go out; undefined while there are none to speak of. */
  of: Exported | undefined
  /** What they are called: a view's name. */
  name?: string | undefined
}

/** Tickets into a file, and out of one. */
export function FilesMenu({ of, name }: Props): ReactNode {
  const { t } = useExportWords()
  const me = useMe()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const mayExport = me.may('ticket.export')
  const mayImport = me.may('ticket.import')
  if (!mayExport && !mayImport) return null
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(mayExport ? [{ key: 'export', label: t('export'), disabled: of === undefined }] : []),
            ...(mayImport ? [{ key: 'import', label: t('import') }] : []),
          ],
          onClick: ({ key }) => {
            if (key === 'export') setOpen(true)
            else void navigate({ to: '/settings/{-$page}/{-$id}', params: { page: 'imports', id: 'new' } }) // shows its own page
          },
        }}
      >
        <IconButton icon="file" label={t('menu')} />
      </Dropdown>
      {open && of && (
        <Suspense>
          <ExportSheet of={of} name={name} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
