import { IconButton } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useMe } from '../session/me.ts'
import type { Exported } from './exported.ts'
import { useExportWords } from './words/index.ts'

const ExportSheet = lazy(() => import('./ExportSheet.tsx').then(it => ({ default: it.ExportSheet })))

interface Props {
  /** What goes out. */
  of: Exported
  /** What they are called: a view's name. */
  name?: string | undefined
  /** There is nothing yet that could go out. */
  none?: boolean
}

/** Tickets or customers into a file, and out of one. */
export function FilesMenu({ of, name, none }: Props): ReactNode {
  const { t } = useExportWords()
  const me = useMe()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const mayExport = me.may(`${of.kind}.export`)
  const mayImport = me.may(`${of.kind}.import`)
  if (!mayExport && !mayImport) return null
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(mayExport ? [{ key: 'export', label: t('export'), disabled: none ?? false }] : []),
            ...(mayImport ? [{ key: 'import', label: t('import') }] : []),
          ],
          onClick: ({ key }) => {
            if (key === 'export') setOpen(true)
            else void navigate(toImport[of.kind]) // shows its own page
          },
        }}
      >
        <IconButton icon="file" label={t('menu')} />
      </Dropdown>
      {open && (
        <Suspense>
          <ExportSheet of={of} name={name} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const toImport = {
  ticket: { to: '/settings/{-$page}/{-$id}', params: { page: 'imports', id: 'new' } },
  customer: { to: '/customers/{-$customerId}', params: { customerId: 'import' } },
} as const
