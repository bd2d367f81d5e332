import type { AgentRecord } from '@baton/contract'
import { Field, Secret } from '@baton/ui'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Fold } from '../../forms/Fold.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { PersonChip } from '../../people/PersonChip.tsx'
import { useWords } from '../words/index.ts'
import { MoreFields, type PersonValues, PlaceFields, sentOf } from './PersonFields.tsx'

const nobody: PersonValues = {
  employeeNo: '',
  name: '',
  departmentIds: [],
  roleIds: [],
  email: '',
  phone: '',
  extension: '',
  skills: [],
  capacity: 8,
}

/** Somebody new: number and name first, the rest may wait. Ends with the password to hand over. */
export function NewPerson({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const [made, setMade] = useState<AgentRecord>()
  const form = useForm(nobody, ({ employeeNo, name }) => ({
    employeeNo: employeeNo.trim() ? undefined : f('required'),
    name: name.trim() ? undefined : f('required'),
  }))
  const create = () =>
    void form.submit(async values => {
      const { email, phone, extension, ...sent } = sentOf(values)
      const person = await perform('agent.create', {
        ...sent,
        employeeNo: values.employeeNo,
        ...(email && { email }),
        ...(phone && { phone }),
        ...(extension && { extension }),
      })
      setMade(person)
    })
  const again = () => {
    setMade(undefined)
    form.reset(nobody)
  }
  if (made)
    return (
      <Sheet
        title={t('people.added')}
        onClose={onClose}
        actions={
          <>
            <Button onClick={again}>{f('another')}</Button>
            <Button type="primary" onClick={onClose} autoFocus>
              {f('done')}
            </Button>
          </>
        }
      >
        <PersonChip name={made.name} size={28} also={made.employeeNo} />
        <Secret
          label={t('people.initialPassword')}
          value={made.initialPassword ?? ''}
          hint={t('people.initialPasswordHint')}
          copyLabel={f('copy')}
          copiedLabel={f('copied')}
        />
      </Sheet>
    )
  return (
    <Sheet
      title={t('people.add')}
      under={t('people.addUnder')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <Field label={t('people.employeeNo')} error={form.error('employeeNo')} hint={t('people.employeeNoHint')}>
        {tie => (
          <Input
            {...tie}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={form.values.employeeNo}
            onChange={event => form.set('employeeNo', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('people.name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoComplete="off"
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <PlaceFields form={form} />
      <Fold
        title={t('people.more')}
        open={Boolean(form.error('email') ?? form.error('phone') ?? form.error('extension') ?? form.error('skills'))}
      >
        <MoreFields form={form} />
      </Fold>
    </Sheet>
  )
}
