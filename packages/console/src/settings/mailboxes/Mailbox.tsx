import { Chip, useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { changedOf } from '../../forms/changed.ts'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import type { MailboxRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { MailboxFields, type MailboxValues } from './MailboxFields.tsx'

const empty: MailboxValues = { name: '', address: '', departmentId: null, isDefault: false, signature: '' }

/** One more address that takes mail. */
export function NewMailbox({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const form = useForm(empty, useCheck())
  const create = () =>
    void form.submit(async ({ name, address, departmentId, isDefault, signature }) => {
      const made = await perform('mailbox.create', {
        name,
        address,
        isDefault,
        ...(departmentId && { departmentId }),
        ...(signature.trim() && { signature }),
      })
      onClose()
      say({ title: t('mailboxes.didCreate', { name: made.name }), detail: made.address })
    })
  return (
    <Sheet
      title={t('mailboxes.add')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <MailboxFields form={form} fresh />
    </Sheet>
  )
}

function useCheck() {
  const { t: f } = useFormWords()
  return ({ name, address }: MailboxValues) => ({
    name: name.trim() ? undefined : f('required'),
    address: address.trim() ? undefined : f('required'),
  })
}

interface Props {
  mailbox: MailboxRecord
  onClose: () => void
}

/** One mailbox: its address, where its mail goes, its signature, and its end. */
export function Mailbox({ mailbox, onClose }: { mailbox: MailboxRecord | undefined; onClose: () => void }): ReactNode {
  if (!mailbox) return <Gone onClose={onClose} />
  return <Editor mailbox={mailbox} onClose={onClose} />
}

const valuesOf = ({ name, address, departmentId, isDefault, signature }: MailboxRecord): MailboxValues => ({
  name,
  address,
  departmentId,
  isDefault,
  signature: signature ?? '',
})

function Editor({ mailbox, onClose }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { id: mailboxId, name } = mailbox
  const { before, versionFor } = useBegun(mailbox, valuesOf)
  const form = useForm(before, useCheck())
  const may = mailbox.allowed.includes('mailbox.update')
  const save = () =>
    void form.submit(async values => {
      const changes = changedOf(before, values)
      const { isDefault, signature, ...patch } = changes
      const saved = await perform('mailbox.update', {
        mailboxId,
        ...patch,
        ...(signature !== undefined && { signature: signature.trim() ? signature : null }),
        ...(isDefault && { isDefault }),
        version: versionFor(changes),
      })
      onClose()
      say({ title: f('savedNamed', { name: saved.name }), detail: isDefault ? t('mailboxes.nowDefault') : undefined })
    })
  return (
    <Sheet
      title={name}
      mark={
        <>
          {mailbox.isDefault && <Chip tone="accent">{t('mailboxes.default')}</Chip>}
          {mailbox.archived && <Chip>{t('archived')}</Chip>}
        </>
      }
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={mailboxId} />}
    >
      <MailboxFields form={form} isDefault={mailbox.isDefault} fixed={!may} />
      {mailbox.allowed.includes('mailbox.archive') && (
        <ArchivePart
          title={t('mailboxes.end')}
          name={name}
          effect={t('mailboxes.archiveEffect')}
          sure={t('mailboxes.archiveSure', { address: mailbox.address })}
          run={() => perform('mailbox.archive', { mailboxId })}
          onClose={onClose}
        />
      )}
    </Sheet>
  )
}
