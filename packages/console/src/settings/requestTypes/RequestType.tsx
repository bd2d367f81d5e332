import { Field, useSay } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { changedOf, pick } from '../../forms/changed.ts'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { type Form, useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import type { RequestTypeRecord } from '../records.ts'
import { useWords } from '../words/index.ts'

interface Values {
  key: string
  nameZh: string
  nameEn: string
}

/** A new request type: its names, and the key by which programs call it. */
export function NewRequestType({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const form = useForm<Values>({ nameZh: '', nameEn: '', key: '' }, values => ({
    nameZh: values.nameZh.trim() ? undefined : f('required'),
    nameEn: values.nameEn.trim() ? undefined : f('required'),
    key: /^[a-z][a-z0-9_]{1,40}$/.test(values.key) ? undefined : t('requestTypes.keyHint'),
  }))
  const create = () =>
    void form.submit(async values => {
      const made = await perform('requestType.create', values)
      onClose()
      say({ title: t('requestTypes.didCreate', { name: made.nameZh }) })
    })
  const nameEn = (text: string) => {
    form.set('nameEn', text)
    if (form.values.key === keyOf(form.values.nameEn)) form.set('key', keyOf(text))
  }
  return (
    <Sheet
      title={t('requestTypes.add')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <Names form={form} onNameEn={nameEn} fresh />
      <Field label={t('requestTypes.key')} error={form.error('key')} hint={t('requestTypes.keyHint')}>
        {tie => (
          <Input
            {...tie}
            spellCheck={false}
            autoComplete="off"
            value={form.values.key}
            onChange={event => form.set('key', event.target.value)}
          />
        )}
      </Field>
    </Sheet>
  )
}

const keyOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 41)

interface Props {
  type: RequestTypeRecord
  onClose: () => void
}

/** One request type: its names in both languages, and its end. */
export function RequestType({
  type,
  onClose,
}: {
  type: RequestTypeRecord | undefined
  onClose: () => void
}): ReactNode {
  if (!type) return <Gone onClose={onClose} />
  return <Editor type={type} onClose={onClose} />
}

function Editor({ type, onClose }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { before, versionFor } = useBegun(type, ({ nameZh, nameEn }) => ({ nameZh, nameEn }))
  const form = useForm<Values>({ ...before, key: type.key }, values => ({
    nameZh: values.nameZh.trim() ? undefined : f('required'),
    nameEn: values.nameEn.trim() ? undefined : f('required'),
  }))
  const may = type.allowed.includes('requestType.update')
  const save = () =>
    void form.submit(async ({ nameZh, nameEn }) => {
      const patch = changedOf(before, { nameZh: nameZh.trim(), nameEn: nameEn.trim() })
      const saved = await perform('requestType.update', {
        requestTypeId: type.id,
        ...patch,
        version: versionFor(patch),
      })
      onClose()
      const undo = () => perform('requestType.update', { requestTypeId: type.id, ...pick(before, patch) })
      say({
        title: f('savedNamed', { name: saved.nameZh }),
        action: { label: f('undo'), run: () => void undo().catch(() => undefined) }, // the list shows what stands
      })
    })
  return (
    <Sheet
      title={type.nameZh}
      mark={<code style={{ color: 'var(--ink-3)' }}>{type.key}</code>}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={type.id} />}
    >
      <Names form={form} fixed={!may} onNameEn={text => form.set('nameEn', text)} />
      {type.allowed.includes('requestType.archive') && (
        <ArchivePart
          title={t('requestTypes.end')}
          name={type.nameZh}
          effect={t('requestTypes.archiveEffect')}
          sure={t('requestTypes.archiveSure', { name: type.nameZh })}
          run={() => perform('requestType.archive', { requestTypeId: type.id })}
          onClose={onClose}
        />
      )}
    </Sheet>
  )
}

interface NamesProps {
  form: Form<Values>
  onNameEn: (text: string) => void
  fresh?: boolean
  fixed?: boolean
}

function Names({ form, onNameEn, fresh = false, fixed = false }: NamesProps): ReactNode {
  const { t } = useWords()
  return (
    <>
      <Field label={t('requestTypes.nameZh')} error={form.error('nameZh')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={fresh}
            disabled={fixed}
            maxLength={50}
            value={form.values.nameZh}
            onChange={event => form.set('nameZh', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('requestTypes.nameEn')} error={form.error('nameEn')}>
        {tie => (
          <Input
            {...tie}
            disabled={fixed}
            maxLength={50}
            value={form.values.nameEn}
            onChange={event => onNameEn(event.target.value)}
          />
        )}
      </Field>
    </>
  )
}
