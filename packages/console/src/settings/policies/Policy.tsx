import { Field, Select, useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { changedOf } from '../../forms/changed.ts'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Part } from '../../forms/Part.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { useForm, type Wrongs } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { missingIn } from '../../steps/step.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import type { SlaPolicyRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { PolicyFields } from './PolicyFields.tsx'
import { fresh, type PolicyValues, valuesOf } from './values.ts'

/** What is missing, before anything is sent. */
function useCheck(): (values: PolicyValues) => Wrongs<PolicyValues> {
  const { t } = useWords()
  const { t: f } = useFormWords()
  return ({ name, targets }) => ({
    name: name.trim() ? undefined : f('required'),
    targets:
      targets.length === 0
        ? t('policies.needsTarget')
        : targets.some(({ ladder }) => ladder.some(rung => missingIn(rung).length > 0))
          ? t('policies.ladder.unfinished')
          : undefined,
  })
}

export function NewPolicy({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const form = useForm<PolicyValues>(fresh, useCheck())
  const create = () =>
    void form.submit(async ({ where, ...values }) => {
      const made = await perform('slaPolicy.create', { ...values, ...(where && { where: where as never }) })
      onClose()
      say({ title: t('policies.didCreate', { name: made.name }), detail: t('policies.lastOfAll') })
    })
  return (
    <Sheet
      wide
      title={t('policies.add')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <PolicyFields form={form} fresh />
    </Sheet>
  )
}

interface Props {
  policy: SlaPolicyRecord
  all: readonly SlaPolicyRecord[]
  onClose: () => void
}

export function Policy({
  policy,
  ...rest
}: Omit<Props, 'policy'> & { policy: SlaPolicyRecord | undefined }): ReactNode {
  if (!policy) return <Gone onClose={rest.onClose} />
  return <Editor policy={policy} {...rest} />
}

function Editor({ policy, all, onClose }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { before, versionFor } = useBegun(policy, valuesOf)
  const form = useForm<PolicyValues>(before, useCheck())
  const may = policy.allowed.includes('slaPolicy.update')
  const save = () =>
    void form.submit(async values => {
      const patch = changedOf(before, { ...values, name: values.name.trim() })
      const saved = await perform('slaPolicy.update', {
        slaPolicyId: policy.id,
        ...(patch as object),
        version: versionFor(patch),
      })
      onClose()
      say({ title: f('savedNamed', { name: saved.name }), detail: t('policies.effect') })
    })
  return (
    <Sheet
      wide
      title={policy.name}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={policy.id} />}
    >
      <PolicyFields form={form} />
      {may && (
        <Part title={t('policies.order')}>
          <Field label={t('policies.position')} hint={t('policies.positionHint')}>
            {() => (
              <Select
                label={t('policies.position')}
                value={String(all.findIndex(({ id }) => id === policy.id) + 1)}
                onChange={position => {
                  const moved = { slaPolicyId: policy.id, position: Number(position) }
                  void perform('slaPolicy.update', moved).catch(() => undefined) // the list shows what stands
                }}
                options={all.map((_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
              />
            )}
          </Field>
        </Part>
      )}
      {policy.allowed.includes('slaPolicy.archive') && (
        <ArchivePart
          title={t('policies.end')}
          name={policy.name}
          effect={t('policies.archiveEffect')}
          sure={t('policies.archiveSure', { name: policy.name })}
          run={() => perform('slaPolicy.archive', { slaPolicyId: policy.id })}
          onClose={onClose}
        />
      )}
    </Sheet>
  )
}
