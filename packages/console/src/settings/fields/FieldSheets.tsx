import { type FieldKind, type FieldOwner, wordIn } from '@baton/contract'
import { Chip, useSay } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import type { FieldRecord } from '../../fields/useFields.ts'
import { changedOf } from '../../forms/changed.ts'
import { Deed } from '../../forms/Deed.tsx'
import { focusWrong } from '../../forms/focus-wrong.ts'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Part } from '../../forms/Part.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import { useWords } from '../words/index.ts'
import { FieldForm } from './FieldForm.tsx'
import { KindChooser } from './KindChooser.tsx'
import { Preview, UsedIn } from './Preview.tsx'
import { draftOf, type FieldDraft, freshField, lacking, newField } from './values.ts'

interface NewProps {
  of: FieldOwner
  onClose: () => void
  onMade?: (field: FieldRecord) => void
}

/** A new field: first its kind, then what belongs to it. */
export function NewField(props: NewProps): ReactNode {
  const { t } = useWords()
  const [kind, setKind] = useState<FieldKind>()
  if (kind) return <NewOfKind key={kind} kind={kind} {...props} />
  return (
    <Sheet wide title={t('fields.add')} under={t('fields.kindStays')} onClose={props.onClose}>
      <KindChooser onChoose={setKind} />
    </Sheet>
  )
}

function NewOfKind({ kind, of, onClose, onMade }: NewProps & { kind: FieldKind }): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { form, missing, submit } = useDraft(freshField(kind))
  const create = () =>
    submit(async draft => {
      const made = await perform('field.create', newField(of, draft) as never)
      onClose()
      say({ title: t('fields.didCreate', { name: made.name }), detail: onMade ? '' : t('fields.toForm') })
      onMade?.(made as FieldRecord)
    })
  return (
    <Sheet
      title={t('fields.addKind', { kind: wordIn(i18n.language, 'fieldKind', kind) })}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
      aside={<Preview draft={form.values} />}
    >
      <FieldForm of={of} form={form} missing={missing} />
    </Sheet>
  )
}

/** A form that tells what is missing at its path. */
function useDraft(begun: FieldDraft) {
  const form = useForm<FieldDraft>(begun)
  const [tried, setTried] = useState(false)
  return {
    form,
    missing: tried ? lacking(form.values) : [],
    submit(run: (draft: FieldDraft) => Promise<unknown>) {
      setTried(true)
      if (lacking(form.values).length > 0) focusWrong()
      else void form.submit(run) // shows its own problem
    },
  }
}

/** A field: what it is called, what belongs to it, where it is used, and its end. */
export function FieldSheet({ field, onClose }: { field: FieldRecord | undefined; onClose: () => void }): ReactNode {
  if (!field) return <Gone onClose={onClose} />
  return <Editor field={field} onClose={onClose} />
}

function Editor({ field, onClose }: { field: FieldRecord; onClose: () => void }): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { id: fieldId, of, key, archived, allowed } = field
  const { before, versionFor } = useBegun(field, draftOf)
  const { form, missing, submit } = useDraft(before)
  const may = allowed.includes('field.update')
  const save = () =>
    submit(async draft => {
      const patch = changedOf(before, { ...draft, name: draft.name.trim() })
      const { nameEn, help, unique, key: _key, ...rest } = patch
      const saved = await perform('field.update', {
        fieldId,
        ...(rest as object),
        ...(nameEn !== undefined && { nameEn: nameEn.trim() || null }),
        ...(help !== undefined && { help: help.trim() || null }),
        ...(unique === false && { unique }),
        version: versionFor(patch),
      })
      onClose()
      say({ title: f('savedNamed', { name: saved.name }) })
    })
  return (
    <Sheet
      title={field.name}
      mark={<Chip>{archived ? t('archived') : wordIn(i18n.language, 'fieldKind', field.spec.kind)}</Chip>}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={fieldId} />}
      aside={
        <>
          <Preview draft={form.values} />
          <UsedIn of={of} fieldKey={key} />
        </>
      }
    >
      <FieldForm of={of} form={form} missing={missing} before={field} />
      {allowed.includes('field.archive') && (
        <ArchivePart
          title={t('fields.end')}
          name={field.name}
          effect={t('fields.archiveEffect')}
          sure={t('fields.archiveSure', { name: field.name })}
          run={() => perform('field.archive', { fieldId })}
          onClose={onClose}
        />
      )}
      {allowed.includes('field.restore') && (
        <Part title={t('fields.back')}>
          <Deed
            word={t('fields.restore')}
            effect={t('fields.restoreEffect')}
            run={async () => {
              await perform('field.restore', { fieldId })
              onClose()
              say({ title: t('fields.didRestore', { name: field.name }) })
            }}
          />
        </Part>
      )}
    </Sheet>
  )
}
