import { Field, type Option, PickMany } from '@baton/ui'
import { Input, InputNumber } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useDepartments } from '../../people/directory.ts'
import { useWords } from '../words/index.ts'
import { SkillsInput, tidied } from './SkillsInput.tsx'
import { useRoles } from './useRoles.ts'

export interface PersonValues {
  employeeNo: string
  name: string
  email: string
  phone: string
  extension: string
  departmentIds: string[]
  roleIds: string[]
  skills: string[]
  capacity: number
}

type Props = { form: Form<PersonValues> }

/** Where somebody belongs and what they may. */
export function PlaceFields({ form }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const departments = useDepartments()
  const roles = useRoles()
  const departmentOptions = useMemo(
    (): Option[] =>
      departments.filter(one => !one.archived).map(({ id, name, path }) => ({ value: id, label: name, also: path })),
    [departments],
  )
  const roleOptions = useMemo((): Option[] => roles.map(({ id, name }) => ({ value: id, label: name })), [roles])
  const remove = (name: string) => f('remove', { name })
  return (
    <>
      <Field label={t('people.departments')} error={form.error('departmentIds')}>
        {tie => (
          <PickMany
            tie={tie}
            options={departmentOptions}
            value={form.values.departmentIds}
            onChange={ids => form.set('departmentIds', ids)}
            placeholder={f('pickDepartment')}
            emptyText={f('noMatch')}
            removeLabel={remove}
            nameOf={id => departments.find(one => one.id === id)?.name}
          />
        )}
      </Field>
      <Field label={t('people.roles')} error={form.error('roleIds')} hint={t('people.rolesHint')}>
        {tie => (
          <PickMany
            tie={tie}
            options={roleOptions}
            value={form.values.roleIds}
            onChange={ids => form.set('roleIds', ids)}
            placeholder={f('pickRole')}
            emptyText={f('noMatch')}
            removeLabel={remove}
          />
        )}
      </Field>
    </>
  )
}

/** How somebody is reached, what they can, and how much at once. */
export function MoreFields({ form }: Props): ReactNode {
  const { t } = useWords()
  return (
    <>
      <Field label={t('people.email')} error={form.error('email')}>
        {tie => (
          <Input
            {...tie}
            type="email"
            value={form.values.email}
            onChange={event => form.set('email', event.target.value)}
          />
        )}
      </Field>
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: '2fr 1fr' }}>
        <Field label={t('people.phone')} error={form.error('phone')}>
          {tie => (
            <Input
              {...tie}
              type="tel"
              value={form.values.phone}
              onChange={event => form.set('phone', event.target.value)}
            />
          )}
        </Field>
        <Field label={t('people.extension')} error={form.error('extension')}>
          {tie => (
            <Input
              {...tie}
              value={form.values.extension}
              onChange={event => form.set('extension', event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label={t('people.skills')} error={form.error('skills')} hint={t('people.skillsHint')}>
        {tie => <SkillsInput tie={tie} value={form.values.skills} onChange={skills => form.set('skills', skills)} />}
      </Field>
      <Field label={t('people.capacity')} error={form.error('capacity')} hint={t('people.capacityHint')}>
        {tie => (
          <InputNumber
            {...tie}
            min={0}
            max={1000}
            precision={0}
            value={form.values.capacity}
            onChange={value => form.set('capacity', value ?? 0)}
            style={{ width: 96 }}
          />
        )}
      </Field>
    </>
  )
}

/** What the server takes: empty fields are nothing, not empty texts. */
export const sentOf = ({ skills, employeeNo: _fixed, ...values }: PersonValues) => ({
  ...values,
  skills: tidied(skills),
  email: values.email.trim() || null,
  phone: values.phone.trim() || null,
  extension: values.extension.trim() || null,
})
