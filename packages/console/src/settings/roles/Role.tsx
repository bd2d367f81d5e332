import { Chip, useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { changedOf, pick } from '../../forms/changed.ts'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import type { RoleRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { checkRole, RoleFields, type RoleValues } from './RoleFields.tsx'

/** One role, with all that it grants. */
export function Role({ role, onClose }: { role: RoleRecord | undefined; onClose: () => void }): ReactNode {
  if (!role) return <Gone onClose={onClose} />
  return <Editor role={role} onClose={onClose} />
}

function Editor({ role, onClose }: { role: RoleRecord; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { before, versionFor } = useBegun(role, valuesOf)
  const check = checkRole({ required: f('required'), unfinished: t('roles.unfinished') })
  const form = useForm(before, check)
  const may = role.allowed.includes('role.update')
  const save = () =>
    void form.submit(async values => {
      const patch = changedOf(before, values)
      const saved = await perform('role.update', { roleId: role.id, ...patch, version: versionFor(patch) })
      onClose()
      const undo = () => perform('role.update', { roleId: role.id, ...pick(before, patch) })
      say({
        title: f('savedNamed', { name: saved.name }),
        detail: saved.memberCount > 0 ? t('roles.savedEffect', { count: saved.memberCount }) : undefined,
        action: { label: f('undo'), run: () => void undo().catch(() => undefined) }, // the list shows what stands
      })
    })
  return (
    <Sheet
      wide
      title={role.name}
      mark={role.key && <Chip>{t('roles.shipped')}</Chip>}
      under={t('roles.membersNow', { count: role.memberCount })}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={role.id} />}
    >
      <RoleFields form={form} fixed={!may || role.key === 'administrator'} nameFixed={!may} />
      <Archive role={role} onClose={onClose} />
    </Sheet>
  )
}

const valuesOf = ({ name, grants, fields }: RoleRecord): RoleValues => ({ name, grants, fields })

function Archive({ role, onClose }: { role: RoleRecord; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  if (!role.allowed.includes('role.archive')) return null
  return (
    <ArchivePart
      title={t('roles.end')}
      name={role.name}
      effect={role.memberCount > 0 ? t('roles.archiveInUse', { count: role.memberCount }) : t('roles.archiveEffect')}
      sure={t('roles.archiveSure', { name: role.name })}
      run={() => perform('role.archive', { roleId: role.id })}
      onClose={onClose}
    />
  )
}
