import { Field, Wrong } from '@baton/ui'
import { Button, Input } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { useForm } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { call } from '../session/api.ts'
import style from '../session/door.module.css'
import { isProblem } from '../session/problem.ts'
import { Strength } from './Strength.tsx'
import { useWords } from './words/index.ts'

interface Values {
  code: string
  employeeNo: string
  name: string
  deskName: string
  password: string
}

const least = 8

/** Who the administrator is and what the desk is called; every mistake stands at its field. */
export function FirstRunForm({ onDone }: { onDone: () => Promise<void> }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const form = useForm<Values>({ code: '', employeeNo: '', name: '', deskName: '', password: '' }, values => ({
    code: values.code.trim() ? undefined : f('required'),
    employeeNo: /^[A-Za-z0-9._-]{2,40}$/.test(values.employeeNo.trim()) ? undefined : t('employeeNoHint'),
    name: values.name.trim() ? undefined : f('required'),
    password: values.password.length >= least ? undefined : t('passwordShort', { least }),
  }))
  const wrongCode = isProblem(form.refused, 'firstRun.code') ? form.refused.message : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void form.submit(async ({ deskName, ...values }) => {
      await call('session.firstRun', { ...values, ...(deskName.trim() && { deskName }) })
      await onDone()
    })
  }
  const text = (key: 'code' | 'employeeNo' | 'name' | 'deskName', hint?: string, autoComplete = 'off') => (
    <Field label={t(key)} error={form.error(key) ?? (key === 'code' ? wrongCode : undefined)} hint={hint}>
      {tie => (
        <Input
          {...tie}
          size="large"
          autoFocus={key === 'code'}
          autoComplete={autoComplete}
          spellCheck={false}
          {...(key === 'code' && { autoCapitalize: 'characters', placeholder: 'K7MQX-4TPH9' })}
          value={form.values[key]}
          onChange={event => form.set(key, event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      {text('code', t('codeHint'))}
      {text('deskName', t('deskNameHint'), 'organization')}
      {text('name', undefined, 'name')}
      {text('employeeNo', t('employeeNoHint'), 'username')}
      <Field label={t('password')} error={form.error('password')}>
        {tie => (
          <Input.Password
            {...tie}
            size="large"
            autoComplete="new-password"
            value={form.values.password}
            onChange={event => form.set('password', event.target.value)}
          />
        )}
      </Field>
      <Strength password={form.values.password} />
      {form.problem && !wrongCode && <Wrong>{form.problem}</Wrong>}
      <Button type="primary" size="large" htmlType="submit" block loading={form.busy}>
        {t('go')}
      </Button>
    </form>
  )
}
