import type { Records } from '@baton/contract'
import { Field, useSay, Wrong } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { useDo } from '../forms/useDo.ts'
import { useForm } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { Asked } from '../lists/Asked.tsx'
import { useAll } from '../lists/useAll.ts'
import style from './Setup.module.css'
import { useWords } from './words/index.ts'

/** The default mailbox gets the desk's own address. */
export function Mailbox(): ReactNode {
  const { t } = useWords()
  const query = useAll('mailbox.list', {})
  return (
    <>
      <h2 className={style.heading}>{t('mailbox.title')}</h2>
      <p className={style.note}>{t('mailbox.under')}</p>
      <Asked query={query}>
        {mailboxes => {
          const usual = mailboxes.find(({ isDefault }) => isDefault)
          return usual ? <Editor key={usual.id} mailbox={usual} /> : null
        }}
      </Asked>
      <p className={style.note} style={{ marginTop: 16 }}>
        {t('mailbox.server')}{' '}
        <Link to="/settings/{-$page}/{-$id}" params={{ page: 'mailboxes', id: undefined }} className={style.manage}>
          {t('mailbox.manage')}
        </Link>
      </p>
    </>
  )
}

function Editor({ mailbox }: { mailbox: Records['mailbox'] }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const isFresh = mailbox.address.endsWith('@localhost')
  const form = useForm({ name: mailbox.name, address: isFresh ? '' : mailbox.address }, ({ name, address }) => ({
    name: name.trim() ? undefined : f('required'),
    address: address.trim() ? undefined : f('required'),
  }))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void form.submit(async ({ name, address }) => {
      await perform('mailbox.update', { mailboxId: mailbox.id, name, address, version: mailbox.version })
      say({ title: t('mailbox.saved') })
    })
  }
  const text = (key: 'name' | 'address') => (
    <Field label={t(`mailbox.${key}`)} error={form.error(key)} hint={t(`mailbox.${key}Hint`)}>
      {tie => (
        <Input
          {...tie}
          autoComplete="off"
          spellCheck={false}
          {...(key === 'address' && { type: 'email' })}
          value={form.values[key]}
          onChange={event => form.set(key, event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <form className={style.form} onSubmit={save} noValidate>
      {text('address')}
      {text('name')}
      {form.problem && <Wrong>{form.problem}</Wrong>}
      <div>
        <Button type="primary" htmlType="submit" loading={form.busy} disabled={!form.dirty}>
          {t('mailbox.save')}
        </Button>
      </div>
    </form>
  )
}
